import type { BatchView } from "#lib/contract/batch-view.ts";
import { appendEvents } from "#lib/events/append-events.server.ts";
import { batchSelect, getBatch, toBatchView } from "#lib/generation/batch/batch-record.server.ts";
import type { PrismaClient, Transaction } from "#lib/platform/database/database.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { say } from "#messages/sentence.ts";

interface Target {
  userId: string;
  id: string;
}

/**
 * Moves a batch with its generations and their images to the trash; the bytes stay. Throws `not_found`, and `conflict`
 * while one of them is queued or running: what is being paid for is stopped first.
 */
export function deleteBatch(client: PrismaClient, target: Target): Promise<void> {
  const { userId, id } = target;
  return client.$transaction(async (transaction) => {
    const generationIds = await lockGenerations(transaction, id);
    const { generations } = await getBatch(transaction, target);
    if (generations.some(({ state }) => ["queued", "running"].includes(state))) {
      throw new AppError("conflict", say("refusals.stillRunning"));
    }

    const data = { deletedAt: new Date() };
    await transaction.batch.update({ where: { id }, data, select: { id: true } });
    await transaction.generation.updateMany({ where: { batchId: id }, data });
    await transaction.image.updateMany({
      where: { generationId: { in: generationIds }, deletedAt: null },
      data,
    });
    await appendEvents(transaction, {
      userId,
      events: generations.map((one) => ({ type: "generation-deleted", generationId: one.id })),
    });
  });
}

/** Takes a batch out of the trash, with the images that went there with it. Throws `not_found`. */
export function restoreBatch(client: PrismaClient, { userId, id }: Target): Promise<BatchView> {
  return client.$transaction(async (transaction) => {
    const generationIds = await lockGenerations(transaction, id);
    const deleted = await transaction.batch.findFirst({
      where: { id, userId },
      select: { deletedAt: true },
    });
    if (!deleted) throw new AppError("not_found", say("refusals.noPress"));

    const data = { deletedAt: null };
    await transaction.image.updateMany({
      where: { generationId: { in: generationIds }, deletedAt: deleted.deletedAt },
      data,
    });
    await transaction.generation.updateMany({ where: { batchId: id }, data });
    const record = await transaction.batch.update({ where: { id }, data, select: batchSelect });
    const batch = toBatchView(record);
    await appendEvents(transaction, {
      userId,
      events: batch.generations.map((generation) => ({ type: "generation-restored", generation })),
    });
    return batch;
  });
}

/** Nothing of the batch is begun, or ends, until the commit. In the order of their ids, as everybody who locks several does. */
async function lockGenerations(transaction: Transaction, batchId: string): Promise<string[]> {
  const rows = await transaction.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM "Generation" WHERE "batchId" = ${batchId}::uuid ORDER BY id FOR UPDATE`;
  return rows.map(({ id }) => id);
}
