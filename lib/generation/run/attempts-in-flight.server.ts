import type { ImageEngine } from "#lib/engine/image-engine.ts";
import type { ClaimedAttempt } from "#lib/generation/attempt/claim-attempt.server.ts";
import { describeError, log } from "#lib/platform/log/log.server.ts";

interface Flight {
  engine: ImageEngine["id"];
  abort: AbortController;
  done: Promise<void>;
}

/** The attempts that this process is carrying out. */
export interface AttemptsInFlight {
  /** Carries one out; what breaks it off is logged, and left to the recovery. */
  add(claim: ClaimedAttempt): void;
  /** Hangs up on one; one that is not here is no error. */
  hangUp(attemptId: string): void;
  /** The engines that have a slot left. */
  freeEngines(): ImageEngine["id"][];
  /** Waits for those of this moment, `graceMs` at most. */
  settle(options: { graceMs: number }): Promise<void>;
  has(attemptId: string): boolean;
  ids(): string[];
}

interface InFlightOptions {
  /** How many may be in flight at once, by engine. */
  slots: Record<ImageEngine["id"], number>;
  run(options: { claim: ClaimedAttempt; signal: AbortSignal }): Promise<void>;
  /** Called when a slot has become free. */
  onEnd(attemptId: string): void;
}

/** Starts with none. */
export function trackAttemptsInFlight({ slots, run, onEnd }: InFlightOptions): AttemptsInFlight {
  const flights = new Map<string, Flight>();

  return {
    add(claim) {
      const abort = new AbortController();
      const done = run({ claim, signal: abort.signal })
        .catch((error) =>
          log("error", "attempt broke off", {
            attempt: claim.id,
            generation: claim.generationId,
            error: describeError(error),
          }),
        )
        .finally(() => {
          flights.delete(claim.id);
          onEnd(claim.id);
        });
      flights.set(claim.id, { engine: claim.engine, abort, done });
    },

    hangUp: (attemptId) => flights.get(attemptId)?.abort.abort(),

    freeEngines: () =>
      (["painter", "gateway"] as const).filter((engine) => {
        const busy = [...flights.values()].filter((flight) => flight.engine === engine).length;
        return busy < slots[engine];
      }),

    async settle({ graceMs }) {
      const grace = Promise.withResolvers<void>();
      const timer = setTimeout(grace.resolve, graceMs);
      await Promise.race([
        Promise.all([...flights.values()].map(({ done }) => done)),
        grace.promise,
      ]);
      clearTimeout(timer);
    },

    has: (attemptId) => flights.has(attemptId),
    ids: () => [...flights.keys()],
  };
}
