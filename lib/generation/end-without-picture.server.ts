import { EngineError, isEngineError } from "#lib/engine/image-engine.ts";
import { changeAttempt } from "#lib/generation/change-attempt.server.ts";
import type { HeldAttempt } from "#lib/generation/held-attempt.server.ts";
import type { RunContext } from "#lib/generation/run-context.server.ts";
import { type Verdict, verdictOf } from "#lib/generation/verdict.ts";
import { toStorableText } from "#lib/platform/database/to-storable.ts";
import { describeError, log } from "#lib/platform/log.server.ts";

/**
 * Ends an attempt whose engine gave no picture: back to the queue where that is proven free, failed where the truth
 * is known, unknown where it is not.
 */
export async function endWithoutPicture(
  { client }: Pick<RunContext, "client">,
  { held, error, signal }: { held: HeldAttempt; error: unknown; signal: AbortSignal },
): Promise<void> {
  const reason = signal.aborted ? stoppedError(held) : toEngineError(held, error);
  const verdict = judge(held, reason);
  const words = {
    errorCode: reason.code,
    errorMessage: toStorableText(reason.message),
    errorDetail: reason.detail && toStorableText(reason.detail),
    errorField: reason.field && toStorableText(reason.field),
    ...(reason.requestId ? { requestId: toStorableText(reason.requestId) } : {}),
  };

  switch (verdict.command) {
    case "requeue":
      await requeue(client, { held, verdict, words });
      return;
    case "fail":
      await held.change({
        command: "fail",
        set: () => ({ ...words, charged: verdict.charged }),
        event: "attempt-ended",
      });
      return;
    case "lose":
      await held.change({ command: "lose", set: () => words, event: "attempt-ended" });
      return;
    default:
      return verdict satisfies never;
  }
}

/** The verdict of the table, less what this attempt's state and engine rule out. */
function judge(held: HeldAttempt, reason: EngineError): Verdict {
  const verdict = verdictOf(reason, held.claim);
  if (!held.paid && verdict.command === "lose") return { command: "fail", charged: "no" };
  if (verdict.command === "requeue" && held.state() !== "sending") return { command: "lose" };
  return verdict;
}

async function requeue(
  client: RunContext["client"],
  {
    held,
    verdict,
    words,
  }: { held: HeldAttempt; verdict: Extract<Verdict, { command: "requeue" }>; words: object },
): Promise<void> {
  const isQueued = await held.change({
    command: "requeue",
    set: (now) => ({
      ...words,
      [verdict.counts]: { increment: 1 },
      sentAt: null,
      notBefore: new Date(now.getTime() + verdict.delayMs),
      leaseOwner: null,
      leaseUntil: null,
    }),
    event: "attempt-queued",
  });
  if (isQueued) await cancelIfStopped(client, held);
}

/** Somebody may have pressed Stop while it was out: it came back unsent, so that is free and certain. */
async function cancelIfStopped(client: RunContext["client"], held: HeldAttempt): Promise<void> {
  const { id, fence } = held.claim;
  const stopped = await client.attempt.findFirst({
    where: { id, fence, state: "queued", stopRequestedAt: { not: null } },
    select: { id: true },
  });
  if (!stopped) return;

  await changeAttempt(
    client,
    { ...held.claim, paid: held.paid },
    {
      from: "queued",
      fence,
      command: "cancel",
      set: () => ({ charged: "no" }),
      event: "attempt-ended",
    },
  );
}

function stoppedError(held: HeldAttempt): EngineError {
  return new EngineError(
    held.paid
      ? "Stopped while the gateway was working. It may still charge for it."
      : "Stopped. It cost nothing.",
    { sent: "answered", charged: held.paid ? "likely" : "no", code: "stopped" },
  );
}

function toEngineError(held: HeldAttempt, error: unknown): EngineError {
  if (isEngineError(error)) return error;
  if (error === null) {
    return new EngineError("The answer held no picture.", {
      sent: "answered",
      charged: held.paid ? "likely" : "no",
      code: "no_picture",
    });
  }

  log("error", "the engine failed in a way nobody foresaw", {
    attempt: held.claim.id,
    generation: held.claim.generationId,
    error: describeError(error),
  });
  return new EngineError("Something went wrong inside Atelier. The log has the details.", {
    sent: "maybe",
    charged: null,
    code: "internal",
    cause: error,
  });
}
