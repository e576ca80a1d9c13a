import type { GenerationView } from "#lib/contract/generation-view.ts";
import { appendEvents } from "#lib/events/append-events.server.ts";
import {
  generationSelect,
  toGenerationView,
} from "#lib/generation/attempt/generation-record.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import { AppError } from "#lib/platform/errors.ts";

interface Target {
  userId: string;
  id: string;
}

/**
 * Moves a generation and its pictures to the trash; the bytes stay. Throws `not_found`, and `conflict` while it
 * is queued or running: what is being paid for is stopped first.
 */
export function deleteGeneration(client: PrismaClient, { userId, id }: Target): Promise<void> {
  return client.$transaction(async (transaction) => {
    const generation = await transaction.generation.findFirst({
      where: { id, userId, deletedAt: null },
      select: { state: true },
    });
    if (!generation) throw new AppError("not_found", "There is no such generation.");
    if (["queued", "running"].includes(generation.state)) {
      throw new AppError("conflict", "It is still running: stop it first, then delete it.");
    }

    const deletedAt = new Date();
    await transaction.generation.update({
      where: { id },
      data: { deletedAt },
      select: { id: true },
    });
    await transaction.image.updateMany({
      where: { generationId: id, deletedAt: null },
      data: { deletedAt },
    });
    await appendEvents(transaction, {
      userId,
      events: [{ type: "generation-deleted", generationId: id }],
    });
  });
}

/** Takes a generation out of the trash, with the pictures that went there with it. Throws `not_found`. */
export function restoreGeneration(
  client: PrismaClient,
  { userId, id }: Target,
): Promise<GenerationView> {
  return client.$transaction(async (transaction) => {
    const deleted = await transaction.generation.findFirst({
      where: { id, userId },
      select: { deletedAt: true },
    });
    if (!deleted) throw new AppError("not_found", "There is no such generation.");

    await transaction.image.updateMany({
      where: { generationId: id, deletedAt: deleted.deletedAt },
      data: { deletedAt: null },
    });
    const record = await transaction.generation.update({
      where: { id },
      data: { deletedAt: null },
      select: generationSelect,
    });
    const generation = toGenerationView(record);
    await appendEvents(transaction, {
      userId,
      events: [{ type: "generation-restored", generation }],
    });
    return generation;
  });
}
