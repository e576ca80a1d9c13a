import type { Gateway } from "#lib/gateways/gateway.ts";
import type { ClaimedAttempt } from "#lib/generation/attempt/claim-attempt.server.ts";
import { describeError, log } from "#lib/platform/log/log.server.ts";

interface Flight {
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
  /** Waits for those of this moment, `graceMs` at most. */
  settle(options: { graceMs: number }): Promise<void>;
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
      flights.set(claim.id, { gatewayId: claim.gatewayId, abort, done });
    },

    hangUp: (attemptId) => flights.get(attemptId)?.abort.abort(),

    free: (gateways) =>
      gateways.filter(({ id, slots }) => {
        const busy = [...flights.values()].filter(({ gatewayId }) => gatewayId === id).length;
        return busy < slots;
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
