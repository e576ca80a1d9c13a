import { isEngineError } from "#lib/engine/image-engine.ts";
import type { LogEvent } from "#lib/events/append-events.server.ts";
import { noErrorFields } from "#lib/generation/attempt-error-fields.ts";
import type { HeldAttempt } from "#lib/generation/held-attempt.server.ts";
import { keepWaiting } from "#lib/generation/keep-waiting.server.ts";
import type { RunContext } from "#lib/generation/run-context.server.ts";
import {
  type FiledPicture,
  type PictureWords,
  writeImage,
} from "#lib/generation/store-picture.server.ts";

/** What became of an attempt's pictures; `waiting` holds when the store is to blame, and others need not be tried now. */
export type Filing = "ended" | "waiting" | "store-is-down";

interface Results {
  held: HeldAttempt;
  words: readonly PictureWords[];
  results: readonly PromiseSettledResult<FiledPicture>[];
}

/**
 * Ends an attempt whose pictures are filed, or are none. While one of them may still find its place, all of them wait
 * in the spool, and the attempt stays as it is.
 */
export async function endWithFiles(
  context: RunContext,
  { held, words, results }: Results,
): Promise<Filing> {
  const filed = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  const errors = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  const waiting = await keepWaiting(context, { held, errors });
  if (waiting) return waiting;

  if (filed.length === 0) await failUnusable(held, errors[0]);
  else await keep(context, { held, words, filed });
  return "ended";
}

async function keep(
  { spool, reach }: RunContext,
  { held, words, filed }: Pick<Results, "held" | "words"> & { filed: readonly FiledPicture[] },
): Promise<void> {
  const isKept = await held.change({
    command: "keep",
    set: () => ({
      ...noErrorFields,
      charged: held.paid ? "yes" : "no",
      actualCostMicros: sumCosts(words),
    }),
    event: "attempt-ended",
    also: async (transaction) => {
      const events: LogEvent[] = [];
      for (const one of filed)
        events.push(await writeImage(transaction, { claim: held.claim, filed: one }));
      reach("keeping");
      return events;
    },
  });
  if (!isKept) return;

  reach("kept");
  // One that is no picture stays there, where a person can look at it.
  await spool.remove(
    held.claim.id,
    filed.map(({ index }) => index),
  );
}

/** What came was paid for and is no picture: it stays in the spool, where a person can look at it. */
async function failUnusable(held: HeldAttempt, error: unknown): Promise<void> {
  const message = error instanceof Error ? error.message : "What came is no usable picture.";
  const words = {
    ...noErrorFields,
    errorCode: isEngineError(error) ? error.code : "bad_picture",
    errorMessage: `${message} What came is kept in the spool folder.`,
    errorDetail: isEngineError(error) ? error.detail : null,
  };
  if (held.state() === "unknown") return held.tell(() => words);

  await held.change({
    command: "fail",
    set: () => ({ ...words, charged: held.paid ? "likely" : "no" }),
    event: "attempt-ended",
  });
}

/** Null as soon as one of them is not known. */
function sumCosts(words: readonly PictureWords[]): number | null {
  return words.reduce<number | null>(
    (sum, { costMicros }) => (sum === null || costMicros === null ? null : sum + costMicros),
    0,
  );
}
