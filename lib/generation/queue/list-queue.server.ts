import { type QueueView, queueEntrySchema } from "#lib/contract/queue-view.ts";
import { currentSequence } from "#lib/events/read-events.server.ts";
import type { Transaction } from "#lib/platform/database/database.server.ts";

/**
 * All that a user has waiting and being made, in order. The sequence is read first, so that a reader who follows from it misses
 * nothing.
 */
export async function listQueue(client: Transaction, userId: string): Promise<QueueView> {
  const sequence = await currentSequence(client, userId);
  const rows = await client.attempt.findMany({
    where: { userId, state: { in: ["queued", "claimed", "sending", "receiving", "storing"] } },
    orderBy: { position: "asc" },
    select: {
      id: true,
      generationId: true,
      gatewayId: true,
      position: true,
      state: true,
      stopRequestedAt: true,
    },
  });
  const entries = rows.map((row) =>
    queueEntrySchema.parse({
      ...row,
      position: Number(row.position),
      stopRequestedAt: row.stopRequestedAt?.toISOString() ?? null,
    }),
  );
  return { entries, sequence };
}
