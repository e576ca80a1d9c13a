import type { Gateway } from "#lib/gateways/gateway.ts";
import type { ClaimedAttempt } from "#lib/generation/attempt/claim-attempt.server.ts";
import { describeError, log } from "#lib/platform/log/log.server.ts";

interface Flight {
  attemptId: string;
  gatewayId: string;
  abort: AbortController;
  done: Promise<void>;
}

/** The attempts that this process is carrying out. */
export interface AttemptsInFlight {
  /** Carries one out; what breaks it off is logged, and left to the recovery. */
  add(claim: ClaimedAttempt): void;
  /** Hangs up on one; one that is not here is no error. */
  hangUp(attemptId: string): void;
  /** Those of these gateways that have a slot left. */
  free<Some extends Pick<Gateway, "id" | "slots">>(gateways: readonly Some[]): Some[];
  /** Waits for those of this moment, and for what else is under way, `graceMs` at most. */
  settle(options: { graceMs: number; others: readonly Promise<unknown>[] }): Promise<void>;
  has(attemptId: string): boolean;
  ids(): string[];
}

interface InFlightOptions {
  run(options: { claim: ClaimedAttempt; signal: AbortSignal }): Promise<void>;
  /** Called when a slot has become free. */
  onEnd(attemptId: string): void;
}

/** Starts with none. */
export function trackAttemptsInFlight({ run, onEnd }: InFlightOptions): AttemptsInFlight {
  // One that stands still may be overtaken by another flight of the same attempt.
  const flights = new Set<Flight>();

  return {
    add(claim) {
      const abort = new AbortController();
      const flight: Flight = {
        attemptId: claim.id,
        gatewayId: claim.gatewayId,
        abort,
        done: run({ claim, signal: abort.signal })
          .catch((error) =>
            log("error", "attempt broke off", {
              attempt: claim.id,
              generation: claim.generationId,
              error: describeError(error),
            }),
          )
          .finally(() => {
            flights.delete(flight);
            onEnd(claim.id);
          }),
      };
      flights.add(flight);
    },

    hangUp(attemptId) {
      for (const flight of flights) if (flight.attemptId === attemptId) flight.abort.abort();
    },

    free: (gateways) =>
      gateways.filter(({ id, slots }) => {
        const busy = [...flights].filter(({ gatewayId }) => gatewayId === id).length;
        return busy < slots;
      }),

    async settle({ graceMs, others }) {
      const grace = Promise.withResolvers<void>();
      const timer = setTimeout(grace.resolve, graceMs);
      await Promise.race([
        Promise.all([...others, ...[...flights].map(({ done }) => done)]),
        grace.promise,
      ]);
      clearTimeout(timer);
    },

    has: (attemptId) => [...flights].some((flight) => flight.attemptId === attemptId),
    ids: () => [...flights].map(({ attemptId }) => attemptId),
  };
}
