import { changeOrder } from "#lib/contract/change-order.ts";
import { appendEvents } from "#lib/events/append-events.server.ts";
import { lockWaiting, writePlaces } from "#lib/generation/queue/order-queue.server.ts";
import type { PrismaClient, Transaction } from "#lib/platform/database/database.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { say } from "#messages/sentence.ts";

interface Move {
  userId: string;
  id: string;
  /** The generation that it comes after, also when that has begun; null: before all that wait. */
  after: string | null;
}

/**
 * Gives what waits of a generation another place among all that its owner has waiting. Throws `not_found`, `conflict` when nothing
 * of it waits any more, and `invalid_request` for a neighbour that is not the owner's.
 */
export function moveGeneration(client: PrismaClient, { userId, id, after }: Move): Promise<void> {
  return client.$transaction(async (transaction) => {
    if ((await findPlace(transaction, { userId, id })) === null) {
      throw new AppError("not_found", say("refusals.noGeneration"));
    }
    const waiting = await lockWaiting(transaction, userId);
    if (!waiting.some(({ generationId }) => generationId === id)) {
      throw new AppError("conflict", say("refusals.notWaiting"));
    }

    const neighbour =
      after === null ? null : await readNeighbour(transaction, { userId, id: after });
    const places = changeOrder(waiting, { moved: new Set([id]), after: neighbour });
    await appendEvents(transaction, { userId, events: await writePlaces(transaction, places) });
  });
}

async function readNeighbour(transaction: Transaction, { userId, id }: Omit<Move, "after">) {
  const position = await findPlace(transaction, { userId, id });
  if (position === null) {
    throw new AppError("invalid_request", say("refusals.noGeneration"), { field: "after" });
  }
  return { generationId: id, position };
}

/** The last place that one of it has or had; null where there is no such generation of the owner's. */
async function findPlace(
  transaction: Transaction,
  { userId, id }: Omit<Move, "after">,
): Promise<number | null> {
  const last = await transaction.attempt.findFirst({
    where: { userId, generationId: id },
    orderBy: { position: "desc" },
    select: { position: true },
  });
  return last && Number(last.position);
}
