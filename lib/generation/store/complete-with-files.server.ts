import type { StudioEvent } from "#lib/contract/studio-event.ts";
import { toKnownCost } from "#lib/engine/cost-micros.ts";
import { isEngineError } from "#lib/engine/image-engine.ts";
import { noErrorFields } from "#lib/generation/attempt/attempt-error-fields.ts";
import type { AttemptLease } from "#lib/generation/attempt/attempt-lease.server.ts";
import { isEnded } from "#lib/generation/attempt/attempt-transition.ts";
import type { ExpectedImage } from "#lib/generation/attempt/image-words.ts";
import { deferStorage } from "#lib/generation/store/defer-storage.server.ts";
import type { RunContext } from "#lib/generation/store/run-context.server.ts";
import { storeAnswer } from "#lib/generation/store/store-answer.server.ts";
import {
  type FiledImage,
  writeBlobs,
  writeImage,
} from "#lib/generation/store/store-image.server.ts";
import { storeUnfetched } from "#lib/generation/store/store-unfetched.server.ts";
import type { Prisma } from "#lib/platform/database/database.server.ts";

/** What became of an attempt's pictures; `waiting` holds when the store is to blame, and others need not be tried now. */
export type Filing = "ended" | "waiting" | "store-is-down";

interface Results {
  lease: AttemptLease;
  images: readonly ExpectedImage[];
  /** What became of each. */
  results: readonly PromiseSettledResult<FiledImage>[];
}

/**
 * Ends an attempt whose pictures are filed, or are none. While one of them may still find its place, all of them wait
 * in the spool, and the attempt stays as it is. Addresses that gave no picture stay with the attempt.
 */
export async function completeWithFiles(
  context: RunContext,
  { lease, images, results }: Results,
): Promise<Filing> {
  const filed = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  const errors = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  const unfetched = await storeUnfetched(context, { lease, images, results });
  const waiting = await deferStorage(context, { lease, errors, unfetched });
  if (waiting) return waiting;

  if (filed.length === 0) await failUnusable(context, { lease, error: errors[0], unfetched });
  else await keep(context, { lease, images, filed, unfetched });
  return "ended";
}

type Unfetched = Awaited<ReturnType<typeof storeUnfetched>>;

async function keep(
  context: RunContext,
  {
    lease,
    images,
    filed,
    unfetched,
  }: Pick<Results, "lease" | "images"> & {
    filed: readonly FiledImage[];
    unfetched: Unfetched;
  },
): Promise<void> {
  const { spool, hitFailpoint } = context;
  const bill = await billOf(context, { lease, images });
  const isKept = await lease.change({
    command: "keep",
    set: () => ({
      ...noErrorFields,
      ...unfetched.fields,
      ...bill,
    }),
    event: "attempt-ended",
    also: async (transaction) => {
      const events: StudioEvent[] = [];
      await writeBlobs(transaction, filed);
      for (const one of filed)
        events.push(await writeImage(transaction, { claim: lease.claim, filed: one }));
      hitFailpoint("keeping");
      return events;
    },
  });
  if (!isKept) return;

  hitFailpoint("kept");
  // One that is no picture stays there, where a person can look at it.
  await spool.remove(
    lease.claim.id,
    filed.map(({ index }) => index),
  );
}

/** What came was paid for and is no picture: it is kept, where a person can look at it. */
async function failUnusable(
  context: RunContext,
  { lease, error, unfetched }: { lease: AttemptLease; error: unknown; unfetched: Unfetched },
): Promise<void> {
  const message = error instanceof Error ? error.message : "What came is no usable picture.";
  const answer = storeAnswer(isEngineError(error) ? error.answer : null, {
    attemptId: lease.claim.id,
    bytesMax: context.keptAnswerBytesMax,
  });
  const set = (now: Date): Prisma.AttemptUpdateManyMutationInput => ({
    ...noErrorFields,
    ...unfetched.fields,
    ...answer.fields,
    errorCode: isEngineError(error) ? error.code : "bad_picture",
    errorMessage: `${message} ${unfetched.isAny ? "Its address is kept." : "What came is kept."}`,
    errorDetail: isEngineError(error) ? error.detail : null,
    spoolSettledAt: now,
  });
  // It had ended before: what turned up late changes nothing but what is said of it.
  if (isEnded(lease.state())) return lease.tell(set, answer.write);

  await lease.change({
    command: "fail",
    set: (now) => ({ ...set(now), charged: lease.claim.paid ? "likely" : "no" }),
    event: "attempt-ended",
    also: answer.write,
  });
}

/** What a picture has cost; where the gateway was asked about that before, its word stands. */
async function billOf(
  { client }: RunContext,
  { lease, images }: Pick<Results, "lease" | "images">,
): Promise<{ charged?: string; actualCostMicros?: number }> {
  const settled =
    isEnded(lease.state()) &&
    (await client.attempt.findFirst({
      where: { id: lease.claim.id, settledAt: { not: null } },
      select: { id: true },
    }));
  if (settled) return {};

  const costMicros = sumCosts(images);
  return {
    charged: lease.claim.paid ? "yes" : "no",
    ...(costMicros === null ? {} : { actualCostMicros: costMicros }),
  };
}

/** Null as soon as one of them is not known, or cannot be: a paid picture must not wait for a number. */
function sumCosts(images: readonly ExpectedImage[]): number | null {
  return images.reduce<number | null>((sum, { words }) => {
    const cost = toKnownCost(words.costMicros);
    return sum === null || cost === null ? null : toKnownCost(sum + cost);
  }, 0);
}
