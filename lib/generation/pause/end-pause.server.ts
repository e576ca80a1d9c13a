import type { StudioEvent } from "#lib/contract/studio-event.ts";
import { attemptsChannel } from "#lib/generation/attempt/change-attempt.server.ts";
import { keySubject } from "#lib/generation/attempt/pause-subject.ts";
import { changePauses } from "#lib/generation/pause/change-pauses.server.ts";
import type { Transaction } from "#lib/platform/database/database.server.ts";

/**
 * Ends the pause of a key by which a request was just let in, and wakes the runners. Only a request that was sent
 * after the pause says so: one sent before may be answered late, and knows nothing of it.
 */
export async function endPause(
  transaction: Transaction,
  { attemptId, userId, keyId }: { attemptId: string; userId: string; keyId: string },
): Promise<StudioEvent[]> {
  const subject = keySubject(keyId);
  const standing = await transaction.pause.findUnique({
    where: { userId_subject: { userId, subject } },
    select: { subject: true },
  });
  if (!standing) return [];

  const events = await changePauses(
    transaction,
    userId,
    () => transaction.$executeRaw`
      DELETE FROM "Pause"
      WHERE "userId" = ${userId}::uuid AND subject = ${subject}
        AND COALESCE("until", "createdAt") < (SELECT "sentAt" FROM "Attempt" WHERE id = ${attemptId}::uuid)`,
  );
  await transaction.$queryRaw`SELECT pg_notify(${attemptsChannel}, '')::text`;
  return events;
}
