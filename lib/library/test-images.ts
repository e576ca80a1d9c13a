import { v7 as uuidv7 } from "uuid";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { givenGatewayId } from "#lib/gateways/seeded-gateways.ts";
import { batchRow } from "#lib/generation/batch/test-batch-row.ts";
import type { Database } from "#lib/platform/database/database.server.ts";

const hash = "0".repeat(64);

/** Writes a generation with so many pictures, and returns their ids, oldest first. */
export async function writeImages(
  { client }: Database,
  count: number,
  { owner = userId, prompt = "a fox" } = {},
): Promise<string[]> {
  const generationId = uuidv7();
  const attemptId = uuidv7();
  const gatewayId = givenGatewayId;
  const batch = batchRow({ id: generationId, userId: owner });
  await client.batch.create({ data: batch, select: { id: true } });
  await client.generation.create({
    data: {
      id: generationId,
      userId: owner,
      batchId: generationId,
      prompt,
      parameters: { prompt, size: "64x64" },
      gatewayId,
      state: "succeeded",
      attempts: {
        create: { id: attemptId, userId: owner, gatewayId, index: 0, state: "succeeded" },
      },
    },
    select: { id: true },
  });
  const blob = { type: "image/png", width: 64, height: 64, bytes: 1, thumbhash: "" };
  await client.blob.createMany({ data: [{ hash, ...blob }], skipDuplicates: true });
  const ids = Array.from({ length: count }, () => uuidv7());
  await client.image.createMany({
    data: ids.map((id, index) => ({
      id,
      index,
      userId: owner,
      generationId,
      attemptId,
      blobHash: hash,
      delivered: {},
    })),
  });
  return ids;
}
