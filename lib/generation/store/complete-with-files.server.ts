import type { StudioEvent } from "#lib/contract/studio-event.ts";
import { isEngineError } from "#lib/engine/engine-error.server.ts";
import {
  noErrorFields,
  toReasonColumn,
} from "#lib/generation/attempt/attempt-error-fields.server.ts";
import type { AttemptLease } from "#lib/generation/attempt/attempt-lease.server.ts";
import { isEnded } from "#lib/generation/attempt/attempt-transition.ts";
import type { AttemptChange } from "#lib/generation/attempt/change-attempt.server.ts";
import type { ExpectedImage } from "#lib/generation/attempt/image-words.ts";
import { withPaid } from "#lib/generation/attempt/with-paid.server.ts";
import { deferStorage } from "#lib/generation/store/defer-storage.server.ts";
import type { RunContext } from "#lib/generation/store/run-context.server.ts";
import { storeAnswer } from "#lib/generation/store/store-answer.server.ts";
import {
  type FiledImage,
  writeBlobs,
  writeImage,
} from "#lib/generation/store/store-image.server.ts";
import { storeUnfetched } from "#lib/generation/store/store-unfetched.server.ts";
import { sumCosts } from "#lib/generation/store/sum-costs.ts";
import type { Prisma, Transaction } from "#lib/platform/database/database.server.ts";
import { because } from "#messages/reason.ts";

/** What became of an attempt's pictures; `waiting` holds when the store is to blame, and others need not be tried now. */
export type Filing = "ended" | "waiting" | "store-is-down";

interface Results {
  lease: AttemptLease;
  images: readonly ExpectedImage[];
  /** What became of each. */
  results: readonly PromiseSettledResult<FiledImage>[];
}

/**
 * Ends an attempt whose pictures are filed, or are none. While one of them may still find its place the attempt stays as it
 * is, that one waits in the spool, and the others are shown. Addresses that gave no picture stay with the attempt.
 */
export async function completeWithFiles(
  context: RunContext,
  { lease: held, images, results }: Results,
): Promise<Filing> {
  const lease = await withPaid(context, held);
  const standing = await findStanding(context, lease);
  const filed = results.flatMap((result) =>
    result.status === "fulfilled" && !standing.has(result.value.index) ? [result.value] : [],
  );
  const errors = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  const unfetched = await storeUnfetched(context, { lease, images, results });
  const waiting = await deferStorage(context, { lease, errors, unfetched });
  if (waiting) {
    await keepSome(context, { lease, images, filed });
    return waiting;
  }

  // What found no place is no picture, or is fetched by a person's press alone: it is not looked at again by itself.
  const settled = (now: Date) => (errors.length > 0 ? { spoolSettledAt: now } : {});
  if (lease.state() === "succeeded") await show(context, { lease, filed, set: settled });
  else if (filed.length + standing.size === 0)
    await failUnusable(context, { lease, error: errors[0], unfetched });
  else await keep(context, { lease, images, filed, standing, unfetched, settled });
  return "ended";
}

/** Which pictures of the attempt have their rows: those that did not wait for the others. */
async function findStanding(
  { client }: RunContext,
  { claim }: AttemptLease,
): Promise<ReadonlySet<number>> {
  const where = { attemptId: claim.id };
  const rows = await client.image.findMany({ where, select: { index: true } });
  return new Set(rows.map(({ index }) => index));
}

/** Shows what is filed while others wait. What had ended is told of when all of it is there. */
async function keepSome(
  context: RunContext,
  { lease, images, filed }: Showing & Pick<Results, "images">,
): Promise<void> {
  if (filed.length === 0 || lease.state() !== "storing") return;

  const costMicros = sumCosts(images);
  const set = () => (costMicros === null ? {} : { actualCostMicros: costMicros });
  await show(context, { lease, filed, set });
}

/** Adds pictures to an attempt that stays as it is. */
async function show(
  context: RunContext,
  { lease, filed, set }: Showing & { set: NonNullable<AttemptChange["set"]> },
): Promise<void> {
  await lease.tell(set, (transaction) => writeRows(context, { transaction, lease, filed }));
  await context.spool.remove(lease.claim.id, [...(await findStanding(context, lease))]);
}

interface Showing {
  lease: AttemptLease;
  filed: readonly FiledImage[];
}

async function writeRows(
  { hitFailpoint }: RunContext,
  { transaction, lease, filed }: Showing & { transaction: Transaction },
): Promise<StudioEvent[]> {
  const events: StudioEvent[] = [];
  await writeBlobs(transaction, filed);
  for (const one of filed)
    events.push(await writeImage(transaction, { claim: lease.claim, filed: one }));
  hitFailpoint("keeping");
  return events;
}

type Unfetched = Awaited<ReturnType<typeof storeUnfetched>>;

async function keep(
  context: RunContext,
  {
    lease,
    images,
    filed,
    standing,
    unfetched,
    settled,
  }: Showing &
    Pick<Results, "images"> & {
      standing: ReadonlySet<number>;
      unfetched: Unfetched;
      settled: NonNullable<AttemptChange["set"]>;
    },
): Promise<void> {
  const { spool, hitFailpoint } = context;
  const bill = await billOf(context, { lease, images, isCounted: standing.size > 0 });
  const isKept = await lease.change({
    command: "keep",
    set: (now) => ({ ...noErrorFields, ...unfetched.fields, ...settled(now), ...bill }),
    event: "attempt-ended",
    also: (transaction) => writeRows(context, { transaction, lease, filed }),
  });
  if (!isKept) return;

  hitFailpoint("kept");
  // One that is no picture stays there, where a person can look at it.
  await spool.remove(lease.claim.id, [...standing, ...filed.map(({ index }) => index)]);
}

/** What came was paid for and is no picture: it is kept, where a person can look at it. */
async function failUnusable(
  context: RunContext,
  { lease, error, unfetched }: { lease: AttemptLease; error: unknown; unfetched: Unfetched },
): Promise<void> {
  const reason = isEngineError(error) ? error.reason : because("unusable");
  const answer = storeAnswer(isEngineError(error) ? error.answer : null, {
    attemptId: lease.claim.id,
    bytesMax: context.keptAnswerBytesMax,
  });
  const set = (now: Date): Prisma.AttemptUpdateManyMutationInput => ({
    ...noErrorFields,
    ...unfetched.fields,
    ...answer.fields,
    errorCode: isEngineError(error) ? error.code : "bad_picture",
    errorReason: toReasonColumn(
      because(unfetched.isAny ? "address_kept" : "answer_kept", { reason }),
    ),
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

/** What the pictures have cost, unless that was counted with the first of them; where the gateway was asked about that before, its word stands. */
async function billOf(
  { client }: RunContext,
  { lease, images, isCounted }: Pick<Results, "lease" | "images"> & { isCounted: boolean },
): Promise<{ charged?: string; actualCostMicros?: number }> {
  const settled =
    isEnded(lease.state()) &&
    (await client.attempt.findFirst({
      where: { id: lease.claim.id, settledAt: { not: null } },
      select: { id: true },
    }));
  if (settled) return {};

  const costMicros = isCounted ? null : sumCosts(images);
  return {
    charged: lease.claim.paid ? "yes" : "no",
    ...(costMicros === null ? {} : { actualCostMicros: costMicros }),
  };
}
