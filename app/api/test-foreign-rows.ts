import { v7 as uuidv7 } from "uuid";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";

/** Writes a generation, an attempt and an image of somebody else's; answers the id of each. */
export async function makeForeignRows(client: PrismaClient): Promise<string[]> {
  const [userId, generationId, attemptId, imageId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  await client.user.create({ data: { id: userId, name: "somebody" }, select: { id: true } });
  await client.generation.create({
    data: {
      id: generationId,
      userId,
      idempotencyKey: "theirs-alone",
      requestHash: "none",
      prompt: "theirs",
      parameters: {},
      engine: "painter",
      state: "succeeded",
      attempts: { create: { id: attemptId, index: 0, state: "succeeded" } },
    },
    select: { id: true },
  });
  await client.image.create({
    data: {
      id: imageId,
      userId,
      generationId,
      attemptId,
      index: 0,
      hash: "0".repeat(64),
      type: "image/png",
      width: 1,
      height: 1,
      bytes: 1,
      thumbhash: "",
      delivered: {},
    },
    select: { id: true },
  });
  return [generationId, attemptId, imageId];
}
