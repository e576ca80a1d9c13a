/** Places at which requests wait until a test lets them go on, by name. A gate once released stays open. */
export interface Gates {
  /** Waits at the gate; resolves at once when it is open already, and when `signal` aborts. */
  wait(name: string, signal: AbortSignal): Promise<void>;
  release(name: string): void;
  isOpen(name: string): boolean;
  /** Resolves as soon as the first request stands at the gate. */
  reached(name: string): Promise<void>;
}

/** Creates the gates of one server. */
export function createGates(): Gates {
  const gates = new Map<
    string,
    {
      isOpen: boolean;
      opened: Promise<void>;
      open(): void;
      reached: Promise<void>;
      hitFailpoint(): void;
    }
  >();

  const gateOf = (name: string) => {
    const known = gates.get(name);
    if (known) return known;

    const opening = Promise.withResolvers<void>();
    const reaching = Promise.withResolvers<void>();
    const gate = {
      isOpen: false,
      opened: opening.promise,
      open() {
        gate.isOpen = true;
        opening.resolve();
      },
      reached: reaching.promise,
      hitFailpoint: reaching.resolve,
    };
    gates.set(name, gate);
    return gate;
  };

  return {
    async wait(name, signal) {
      const gate = gateOf(name);
      gate.hitFailpoint();
      await Promise.race([gate.opened, aborted(signal)]);
    },
    release: (name) => gateOf(name).open(),
    isOpen: (name) => gateOf(name).isOpen,
    reached: (name) => gateOf(name).reached,
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) =>
    signal.addEventListener("abort", () => resolve(), { once: true }),
  );
}
