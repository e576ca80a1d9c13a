import { EngineError, isEngineError } from "#lib/engine/engine-error.server.ts";
import { toReasonColumn } from "#lib/generation/attempt/attempt-error-fields.server.ts";
import { type AttemptLease, patientTries } from "#lib/generation/attempt/attempt-lease.server.ts";
import type { AttemptChange } from "#lib/generation/attempt/change-attempt.server.ts";
import { withPaid } from "#lib/generation/attempt/with-paid.server.ts";
import { pauseFor } from "#lib/generation/pause/pause-for.ts";
import { pauseKey } from "#lib/generation/pause/pause-key.server.ts";
import { type Verdict, verdictOf } from "#lib/generation/pause/verdict.ts";
import type { RunContext } from "#lib/generation/store/run-context.server.ts";
import { storeAnswer } from "#lib/generation/store/store-answer.server.ts";
import type { Prisma } from "#lib/platform/database/database.server.ts";
import { retryWhileLost } from "#lib/platform/database/retry-while-lost.server.ts";
import { describeError, log } from "#lib/platform/log/log.server.ts";
import { toStorableText } from "#lib/platform/text/to-storable.ts";
import { because } from "#messages/reason.ts";

interface Ending {
  lease: AttemptLease;
  /** By which it was asked for; null when it was not. */
  keyId: string | null;
  /** What the engine threw; null when it ended without a word. */
  error: unknown;
  /** Whether the gateway had begun to answer. */
  hasBegun: boolean;
  /** Aborted when somebody hung up. */
  signal: AbortSignal;
}

/**
 * Ends an attempt whose engine gave no picture: back to the queue where that is proven free, failed where the truth
 * is known, unknown where it is not. A refusal that is about the key makes the key wait, and what came that was not
 * understood is kept.
 */
export async function failWithoutImage(
  context: Pick<RunContext, "client" | "engine" | "keptAnswerBytesMax">,
  { lease: held, keyId, error, hasBegun, signal }: Ending,
): Promise<void> {
  const lease = await retryWhileLost(() => withPaid(context, held), patientTries);
  const reason = signal.aborted ? stoppedError(lease, error) : toEngineError(lease, error);
  const verdict = judge(lease, { reason, hasBegun });
  const words = {
    errorCode: reason.code,
    errorReason: toReasonColumn(reason.reason),
    errorDetail: reason.detail && toStorableText(reason.detail),
    errorField: reason.field && toStorableText(reason.field),
    ...(reason.requestId ? { requestId: toStorableText(reason.requestId) } : {}),
  };
  const pause = await retryWhileLost(
    () => pausing(context, { lease, keyId, reason }),
    patientTries,
  );
  const answer = storeAnswer(reason.answer, {
    attemptId: lease.claim.id,
    bytesMax: context.keptAnswerBytesMax,
  });

  const also: NonNullable<AttemptChange["also"]> = async (transaction, now) => [
    ...(await pause(transaction, now)),
    ...(await answer.write(transaction, now)),
  ];

  switch (verdict.command) {
    case "requeue":
      await lease.change({
        command: "requeue",
        set: (now) => ({ ...words, ...requeuedFields(verdict, now) }),
        event: "attempt-queued",
        also: pause,
      });
      return;
    case "fail":
      await lease.change({
        command: "fail",
        set: () => ({ ...words, ...answer.fields, charged: verdict.charged }),
        event: "attempt-ended",
        also,
      });
      return;
    case "lose":
      await lease.change({
        command: "lose",
        set: () => ({ ...words, ...answer.fields }),
        event: "attempt-ended",
        also,
      });
      return;
    default:
      return verdict satisfies never;
  }
}

/** The pause that follows from a refusal; none for a key that was replaced meanwhile, for it holds nothing up. */
async function pausing(
  { engine }: Pick<RunContext, "engine">,
  { lease, keyId, reason }: { lease: AttemptLease; keyId: string | null; reason: EngineError },
): Promise<NonNullable<AttemptChange["also"]>> {
  const none = async () => [];
  const pause = pauseFor(reason);
  if (!pause || keyId === null) return none;

  const { userId, gatewayId } = lease.claim;
  const current = await engine(gatewayId);
  if (current?.keyId !== keyId) return none;

  return (transaction, now) => pauseKey(transaction, { userId, gatewayId, keyId, pause, now });
}

/** The verdict of the table, less what this attempt's answer and engine rule out. */
function judge(
  lease: AttemptLease,
  { reason, hasBegun }: { reason: EngineError; hasBegun: boolean },
): Verdict {
  const verdict = verdictOf(reason, lease.claim);
  if (!lease.claim.paid && verdict.command === "lose") return { command: "fail", charged: "no" };
  if (verdict.command === "requeue" && hasBegun) return { command: "lose" };
  return verdict;
}

function requeuedFields(
  { counts, delayMs }: Extract<Verdict, { command: "requeue" }>,
  now: Date,
): Prisma.AttemptUpdateManyMutationInput {
  return {
    [counts]: { increment: 1 },
    sentAt: null,
    notBefore: new Date(now.getTime() + delayMs),
    leaseOwner: null,
    leaseUntil: null,
  };
}

/** What a hang-up came to. The engine knows better than we do when it is proven that nothing was charged. */
function stoppedError(lease: AttemptLease, error: unknown): EngineError {
  const isFree = !lease.claim.paid || (isEngineError(error) && error.charged === "no");
  return new EngineError(because("stopped", { engine: isFree ? "free" : "paid" }), {
    sent: "answered",
    charged: isFree ? "no" : "likely",
    code: "stopped",
  });
}

function toEngineError(lease: AttemptLease, error: unknown): EngineError {
  if (isEngineError(error)) return error;
  if (error === null) {
    return new EngineError(because("held_no_picture"), {
      sent: "answered",
      charged: lease.claim.paid ? "likely" : "no",
      code: "no_picture",
    });
  }

  log("error", "the engine failed in a way nobody foresaw", {
    attempt: lease.claim.id,
    generation: lease.claim.generationId,
    error: describeError(error),
  });
  return new EngineError(because("internal"), {
    sent: "maybe",
    charged: null,
    code: "internal",
    cause: error,
  });
}
