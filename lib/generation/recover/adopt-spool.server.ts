import {
  noErrorFields,
  toReasonColumn,
} from "#lib/generation/attempt/attempt-error-fields.server.ts";
import type { AttemptLease } from "#lib/generation/attempt/attempt-lease.server.ts";
import { adoptTriesMax, countTries } from "#lib/generation/attempt/count-tries.server.ts";
import { imageWordsSchema } from "#lib/generation/attempt/image-words.ts";
import type { RecoveryRound } from "#lib/generation/recover/recovery-round.ts";
import { deferStorage } from "#lib/generation/store/defer-storage.server.ts";
import { createImageStorer, reachStoring } from "#lib/generation/store/image-storer.server.ts";
import type { RunContext } from "#lib/generation/store/run-context.server.ts";
import { isAppError } from "#lib/platform/errors.ts";
import type { SpooledEntry } from "#lib/storage/spool/spool.server.ts";
import { because } from "#messages/reason.ts";

/**
 * Keeps the pictures that an attempt has in the spool: they are proof, whatever became of its runner. False when there
 * are none; a spool that cannot be read proves nothing, and the attempt waits.
 */
export async function adoptSpool(
  context: RunContext,
  { lease, tries, round }: { lease: AttemptLease; tries: number; round: RecoveryRound },
): Promise<boolean> {
  const entries = await readSpool(context, lease);
  if (!entries) return true;
  if (entries.length === 0) return false;
  context.hitFailpoint("adopting");
  if (tries >= adoptTriesMax) {
    await waitForPerson(lease, entries);
    return true;
  }

  const engine = await context.engine(lease.claim.gatewayId);
  const storer = createImageStorer(context, { lease, engine });
  await storer.adopt(entries, {
    wordsOf: (entry) => imageWordsSchema.parse(entry.meta),
    watch: countTries(context.client, { claim: lease.claim, tries }),
  });
  if ((await storer.keepAll()) === "store-is-down") round.isStoreDown = true;
  return true;
}

/**
 * It is not tried again at each start: nobody could use the studio then. "Save again" tries it once more, it can be saved as it
 * came, and Stop gives it up.
 */
async function waitForPerson(lease: AttemptLease, entries: readonly SpooledEntry[]): Promise<void> {
  if (!(await reachStoring(lease))) return;

  const isStoring = lease.state() === "storing";
  await lease.tell(() => ({
    ...noErrorFields,
    errorCode: "decode_interrupted",
    errorReason: toReasonColumn(because("decode_interrupted")),
    answerBytes: entries.find(({ bytes }) => bytes)?.bytes?.length ?? null,
    // Without the end of a lease no recovery takes it.
    ...(isStoring ? { notBefore: null, leaseUntil: null } : {}),
  }));
}

/** Null when it cannot be read now, which says nothing of the others. */
async function readSpool(context: RunContext, lease: AttemptLease): Promise<SpooledEntry[] | null> {
  try {
    return await context.spool.read(lease.claim.id);
  } catch (error) {
    if (!isAppError(error)) throw error;
    await deferStorage(context, { lease, errors: [error] });
    return null;
  }
}
