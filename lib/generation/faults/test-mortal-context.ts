import type { Failpoint } from "#lib/generation/attempt/failpoint.ts";
import type { RunContext } from "#lib/generation/store/run-context.server.ts";

/** A context for a runner that dies as a process does when it is killed. */
export interface MortalContext {
  context: RunContext;
  /** Its connections end with it. */
  signal: AbortSignal;
  /** Resolves when it is dead. */
  died: Promise<void>;
  die(): void;
}

/**
 * Makes a context that dies at a failpoint, at the `nth` time that it is reached, or when told to. What it asked for
 * before may still happen; nothing that it asks for afterwards does, and it never hears of either.
 */
export function createMortalContext(
  context: RunContext,
  { at, nth = 1 }: { at?: Failpoint; nth?: number } = {},
): MortalContext {
  const end = new AbortController();
  const death = Promise.withResolvers<void>();
  const die = () => {
    end.abort();
    death.resolve();
  };

  let times = 0;
  const hitFailpoint = (point: Failpoint) => {
    if (point !== at) return;
    times += 1;
    if (times !== nth) return;
    die();
    throw new Error(`killed at ${point}`);
  };

  const { client, blobStore, spool, folder, partials, engine, fetchImage, gateways, hasRoom } =
    context;
  return {
    context: {
      client: endWith(end.signal, client),
      blobStore: endWith(end.signal, blobStore),
      spool: endWith(end.signal, spool),
      folder,
      partials: endWith(end.signal, partials),
      engine,
      fetchImage,
      gateways,
      hasRoom,
      hitFailpoint,
    },
    signal: end.signal,
    died: death.promise,
    die,
  };
}

/** The same object, whose functions never answer once the signal has aborted. */
function endWith<T extends object>(signal: AbortSignal, target: T): T {
  const guard = async (work: () => unknown) => {
    if (signal.aborted) return never();
    try {
      const result = await work();
      return signal.aborted ? never() : result;
    } catch (error) {
      if (signal.aborted) return never();
      throw error;
    }
  };

  return new Proxy(target, {
    get(_, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value === "function") {
        return (...values: unknown[]) => guard(() => Reflect.apply(value, target, values));
      }
      return typeof value === "object" && value !== null ? endWith(signal, value) : value;
    },
  });
}

function never(): Promise<never> {
  return new Promise(() => {});
}
