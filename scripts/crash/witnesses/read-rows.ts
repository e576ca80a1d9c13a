import type { Database } from "#lib/platform/database/database.server.ts";
import type { Rows } from "../evidence.ts";
import { hashOf } from "../hash-of.ts";

/** All that the database holds of generations, attempts, pictures and events. */
export async function readRows({ client }: Database): Promise<Rows> {
  const { eventSequence } = await client.user.findFirstOrThrow({ select: { eventSequence: true } });
  const generations = await client.generation.findMany({
    select: {
      id: true,
      batch: { select: { idempotencyKey: true } },
      prompt: true,
      state: true,
      endedAt: true,
      deletedAt: true,
    },
  });
  const attempts = await client.attempt.findMany({
    select: {
      id: true,
      generationId: true,
      index: true,
      state: true,
      charged: true,
      errorCode: true,
      refusedCount: true,
      retryOfId: true,
      leaseOwner: true,
      leaseUntil: true,
    },
  });
  const images = await client.image.findMany({
    select: {
      id: true,
      attemptId: true,
      generationId: true,
      index: true,
      blob: { select: { hash: true, type: true, bytes: true } },
    },
  });
  const events = await client.event.findMany({
    orderBy: { sequence: "asc" },
    select: { sequence: true, type: true, data: true },
  });

  return {
    eventSequence,
    generations: generations.map(({ batch, endedAt, deletedAt, ...row }) => ({
      ...row,
      ...batch,
      isEnded: endedAt !== null,
      isDeleted: deletedAt !== null,
    })),
    attempts: attempts.map(({ leaseOwner, leaseUntil, ...row }) => ({
      ...row,
      isLeased: leaseOwner !== null || leaseUntil !== null,
    })),
    images: images.map(({ blob, ...row }) => ({ ...row, ...blob })),
    events: events.map((event) => ({ ...event, hash: hashOf(JSON.stringify(event.data)) })),
  };
}
