import { isEngineError } from "#lib/engine/engine-error.server.ts";
import { toReasonColumn } from "#lib/generation/attempt/attempt-error-fields.server.ts";
import type { AttemptLease } from "#lib/generation/attempt/attempt-lease.server.ts";
import { isEnded } from "#lib/generation/attempt/attempt-transition.ts";
import type { RunContext } from "#lib/generation/store/run-context.server.ts";
import type { StoredUnfetched } from "#lib/generation/store/store-unfetched.server.ts";
import type { Prisma } from "#lib/platform/database/database.server.ts";
import { isAppError } from "#lib/platform/errors.ts";
import { describeError, log } from "#lib/platform/log/log.server.ts";
import { isImageError } from "#lib/storage/codec/image-error.ts";
import { isMemoryShort } from "#lib/storage/codec/memory-short-error.ts";
import { because } from "#messages/reason.ts";

/** When the recovery may try again: at its next round after that. Memory is not freed as a disk is, by somebody who was told. */
const againSeconds = 15;
const againWithMemorySeconds = 60;
/** How long an address that does not answer is asked, from the gateway's answer on. */
const addressHours = 1;

/**
 * Leaves an attempt as it is when something that may pass keeps its paid picture from its place: the store is down, memory
 * is short, or the address that came does not answer. Null when nothing does, or it has been waited for long enough.
 */
export async function deferStorage(
  context: Pick<RunContext, "client">,
  {
    lease,
    errors,
    unfetched = null,
  }: { lease: AttemptLease; errors: readonly unknown[]; unfetched?: StoredUnfetched | null },
): Promise<"waiting" | "store-is-down" | null> {
  const ofStore = errors.find(
    (error) => !isImageError(error) && !isEngineError(error) && !isMemoryShort(error),
  );
  if (ofStore !== undefined) {
    const known = isAppError(ofStore) ? ofStore.reason : undefined;
    const isSpooled = known?.code !== "fetched_not_saved";
    await tellWaiting(context, lease, {
      error: ofStore,
      isSpooled,
      errorCode: isSpooled ? "storage_unavailable" : "picture_unavailable",
      errorReason: toReasonColumn(
        known && !isSpooled
          ? known
          : because("not_in_place", { reason: known ?? because("store_failed") }),
      ),
    });
    return "store-is-down";
  }

  const ofMemory = errors.find(isMemoryShort);
  if (ofMemory) {
    await tellWaiting(context, lease, {
      error: ofMemory,
      errorCode: "memory_short",
      errorReason: toReasonColumn(because("memory_short", { reason: ofMemory.reason })),
      seconds: againWithMemorySeconds,
    });
    return "waiting";
  }

  const ofAddress = errors.filter(isEngineError).find((error) => error.mayPass);
  if (!ofAddress || lease.state() === "failed") return null;

  const { mayPassForMs, reason } = ofAddress;
  const isOver =
    mayPassForMs === null
      ? await isOverdue(context, lease)
      : isEnded(lease.state()) || (unfetched?.failingMs ?? 0) >= mayPassForMs;
  if (isOver) return null;

  await tellWaiting(context, lease, {
    error: ofAddress,
    ...unfetched?.fields,
    errorCode: "picture_unavailable",
    errorReason: toReasonColumn(
      because("tried_by_itself", { reason, span: mayPassForMs === null ? "hour" : "minute" }),
    ),
  });
  return "waiting";
}

async function tellWaiting(
  { client }: Pick<RunContext, "client">,
  { claim: { id, generationId: generation }, state, tell }: AttemptLease,
  {
    error,
    isSpooled = true,
    seconds = againSeconds,
    ...words
  }: Prisma.AttemptUpdateManyMutationInput & {
    error: unknown;
    errorCode: string;
    /** Whether the picture itself is in the spool, or its address alone. */
    isSpooled?: boolean;
    seconds?: number;
  },
): Promise<void> {
  log("error", "picture not stored yet", { attempt: id, generation, error: describeError(error) });
  // One that was declared unknown, or has others, is told of when its picture is in its place.
  if (state() === "unknown" || state() === "succeeded") return;

  const fields = { ...words, errorDetail: null, errorField: null };
  if (state() === "storing") {
    return tell((now) => {
      const again = new Date(now.getTime() + seconds * 1_000);
      return { ...fields, notBefore: again, leaseUntil: again };
    });
  }

  // Fetched again by a person's press. What is in the spool is put in its place by itself from then on, and told of once.
  const where = { id, spoolSettledAt: null, errorCode: words.errorCode };
  if ((await client.attempt.count({ where })) > 0) return;
  await tell(() => ({ ...fields, ...(isSpooled ? { spoolSettledAt: null } : {}) }));
}

async function isOverdue(
  { client }: Pick<RunContext, "client">,
  { claim }: AttemptLease,
): Promise<boolean> {
  const [row] = await client.$queryRaw<{ isOverdue: boolean | null }[]>`
    SELECT COALESCE("receivedAt", "sentAt") < clock_timestamp() - make_interval(hours => ${addressHours}::int) AS "isOverdue"
    FROM "Attempt" WHERE id = ${claim.id}::uuid`;
  return row?.isOverdue ?? false;
}
