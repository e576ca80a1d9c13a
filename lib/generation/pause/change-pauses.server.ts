import type { StudioEvent } from "#lib/contract/studio-event.ts";
import { listPauses } from "#lib/generation/pause/list-pauses.server.ts";
import type { Transaction } from "#lib/platform/database/database.server.ts";

/**
 * Changes what holds a user's queue up, and returns the event that tells of it: none when the list is as it was. The
 * user's row is locked first, as it is for the events: of two changes at once the later sees the earlier, so that the
 * last event holds the whole truth.
 */
export async function changePauses(
  transaction: Transaction,
  userId: string,
  change: () => Promise<unknown>,
): Promise<StudioEvent[]> {
  await transaction.$queryRaw`
    SELECT id::text FROM "User" WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
  const before = await listPauses(transaction, userId);
  await change();
  const pauses = await listPauses(transaction, userId);

  const isSame = JSON.stringify(pauses) === JSON.stringify(before);
  return isSame ? [] : [{ type: "pauses-changed", pauses }];
}
