import type { GenerationView } from "#lib/contract/generation-view.ts";
import type { StudioEvent } from "#lib/contract/studio-event.ts";
import { appendEvents } from "#lib/events/append-events.server.ts";
import { noErrorFields } from "#lib/generation/attempt/attempt-error-fields.server.ts";
import { adoptTriesMax } from "#lib/generation/attempt/count-tries.server.ts";
import { lockGeneration } from "#lib/generation/attempt/lock-generation.server.ts";
import { refreshGenerations } from "#lib/generation/attempt/refresh-generations.server.ts";
import { getGeneration } from "#lib/generation/list-generations.server.ts";
import {
  Prisma,
  type PrismaClient,
  type Transaction,
} from "#lib/platform/database/database.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { say } from "#messages/sentence.ts";

/** Tells the runners that there is something to recover now. */
export const recoverChannel = "recover";

interface Target {
  userId: string;
  id: string;
}

/**
 * "Save again", and "Fetch again": has the pictures that are here, and not in their place, put there now rather than at
 * the recovery's next round, and those fetched whose address is kept, by whichever process comes first. It asks for no
 * picture anew. Resolves to the generation as it then is: the events tell of the rest. Throws `not_found`, and `conflict`
 * when no picture waits.
 */
export async function saveAgain(
  client: PrismaClient,
  { userId, id }: Target,
): Promise<GenerationView> {
  await getGeneration(client, { userId, id });
  await client.$transaction(async (transaction) => {
    const now = await lockGeneration(transaction, id);
    const events = await hurry(transaction, { id, now });
    await transaction.$queryRaw`SELECT pg_notify(${recoverChannel}, '')::text`;
    await appendEvents(transaction, { userId, events });
  });
  return getGeneration(client, { userId, id });
}

/** What is not tried by itself any more (adopt-spool.server.ts). */
const givenUp = "decode_interrupted";

/** Ends the leases of those that wait. One that is being stored at this moment has no error, and is left alone. */
async function hurry(
  transaction: Transaction,
  { id: generationId, now }: { id: string; now: Date },
): Promise<StudioEvent[]> {
  const waiting = await transaction.attempt.findMany({
    where: { generationId, OR: [{ state: "storing" }, { errorCode: givenUp }] },
    select: { id: true, state: true, errorCode: true },
  });
  const { count: toBeFetched } = await transaction.attempt.updateMany({
    where: {
      generationId,
      state: { in: ["failed", "unknown"] },
      unfetched: { not: Prisma.DbNull },
    },
    data: { fetchRequestedAt: now },
  });
  if (waiting.length + toBeFetched === 0) {
    throw new AppError("conflict", say("refusals.nothingToSave"));
  }

  const hurried = waiting.filter(({ errorCode }) => errorCode !== null);
  for (const { id, state, errorCode } of hurried) {
    await transaction.attempt.updateMany({
      where: { id },
      data: {
        ...(state === "storing"
          ? { notBefore: null, leaseUntil: new Date(now.getTime() - 1_000) }
          : {}),
        // It is tried once more, and told anew if that fails.
        ...(errorCode === givenUp ? { ...noErrorFields, adoptCount: adoptTriesMax - 1 } : {}),
      },
    });
  }
  const changed = hurried.map(({ id }) => ({ id, generationId }));
  const { events } = await refreshGenerations(transaction, changed, {
    now,
    event: "attempt-updated",
  });
  return events;
}
