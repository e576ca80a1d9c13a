import { noErrorFields } from "#lib/generation/attempt/attempt-error-fields.ts";
import { adoptTriesMax, countTries } from "#lib/generation/attempt/count-tries.server.ts";
import type { HeldAttempt } from "#lib/generation/attempt/held-attempt.server.ts";
import { imageWordsSchema } from "#lib/generation/attempt/image-words.ts";
import type { RecoveryRound } from "#lib/generation/recover/recovery-round.ts";
import { createImageKeeper, reachStoring } from "#lib/generation/store/image-keeper.server.ts";
import { keepWaiting } from "#lib/generation/store/keep-waiting.server.ts";
import type { RunContext } from "#lib/generation/store/run-context.server.ts";
import { isAppError } from "#lib/platform/errors.ts";
import type { SpooledEntry } from "#lib/storage/spool/spool.server.ts";

/**
 * Keeps the pictures that an attempt has in the spool: they are proof, whatever became of its runner. False when there
 * are none; a spool that cannot be read proves nothing, and the attempt waits.
 */
export async function adoptSpool(
  context: RunContext,
  { held, tries, round }: { held: HeldAttempt; tries: number; round: RecoveryRound },
): Promise<boolean> {
  const entries = await readSpool(context, { held, round });
  if (!entries) return true;
  if (entries.length === 0) return false;
  context.reach("adopting");
  if (tries >= adoptTriesMax) {
    await waitForPerson(held);
    return true;
  }

  const engine = await context.engine(held.claim.engine);
  const keeper = createImageKeeper(context, { held, engine });
  await keeper.adopt(entries, {
    wordsOf: (entry) => imageWordsSchema.parse(entry.meta),
    watch: countTries(context.client, { claim: held.claim, tries }),
  });
  if ((await keeper.keepAll()) === "store-is-down") round.isStoreDown = true;
  return true;
}

/** It is not tried again at each start: nobody could use the studio then. "Save again" tries it once more. */
async function waitForPerson(held: HeldAttempt): Promise<void> {
  if (!(await reachStoring(held))) return;

  const isStoring = held.state() === "storing";
  await held.tell(() => ({
    ...noErrorFields,
    errorCode: "decode_interrupted",
    errorMessage:
      "The picture is safe in the spool folder. The studio came down twice while it was being decoded, so it is not tried again by itself: press Save again when there is more memory.",
    // Without the end of a lease no recovery takes it.
    ...(isStoring ? { notBefore: null, leaseUntil: null } : {}),
  }));
}

/** Null when it cannot be read now. */
async function readSpool(
  context: RunContext,
  { held, round }: { held: HeldAttempt; round: RecoveryRound },
): Promise<SpooledEntry[] | null> {
  try {
    return await context.spool.read(held.claim.id);
  } catch (error) {
    if (!isAppError(error)) throw error;
    await keepWaiting(context, { held, errors: [error] });
    round.isStoreDown = true;
    return null;
  }
}
