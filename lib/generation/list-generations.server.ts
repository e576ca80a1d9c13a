import type { FeedSnapshot } from "#lib/contract/feed-snapshot.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import { currentSequence } from "#lib/events/read-events.server.ts";
import {
  generationSelect,
  toGenerationView,
} from "#lib/generation/attempt/generation-record.server.ts";
import { listPauses } from "#lib/generation/pause/list-pauses.server.ts";
import type { PrismaClient, Transaction } from "#lib/platform/database/database.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { say } from "#messages/sentence.ts";

/** Generations of one page of the feed at most. */
export const generationsPageMax = 50;
export const generationsPageDefault = 20;

/**
 * The owner's generations, newest first, before an id, or only those that are named. The sequence is read first, so that a reader who follows from it misses nothing.
 */
export async function listGenerations(
  client: Transaction,
  {
    userId,
    before,
    ids,
    limit = generationsPageDefault,
  }: {
    userId: string;
    before?: string | undefined;
    ids?: readonly string[] | undefined;
    limit?: number;
  },
): Promise<FeedSnapshot> {
  const sequence = await currentSequence(client, userId);
  const page = await client.generation.findMany({
    where: {
      userId,
      deletedAt: null,
      id: { ...(before && { lt: before }), ...(ids && { in: [...ids] }) },
    },
    orderBy: { id: "desc" },
    take: limit,
    select: generationSelect,
  });

  return {
    generations: page.map(toGenerationView),
    pauses: await listPauses(client, userId),
    sequence,
  };
}

/** One generation of the owner's. Throws `not_found`. */
export async function getGeneration(
  client: PrismaClient,
  { userId, id }: { userId: string; id: string },
): Promise<GenerationView> {
  const record = await client.generation.findFirst({
    where: { id, userId, deletedAt: null },
    select: generationSelect,
  });
  if (!record) throw new AppError("not_found", say("refusals.noGeneration"));

  return toGenerationView(record);
}
