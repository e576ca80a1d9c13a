import { v7 as uuidv7 } from "uuid";
import { givenGatewayId } from "#lib/gateways/seeded-gateways.ts";
import { batchRow } from "#lib/generation/batch/test-batch-row.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";

/** Writes a generation of one attempt that waits, of somebody else's; its id. */
export async function addForeignGeneration(client: PrismaClient, prompt: string): Promise<string> {
  const [id, batchId, userId] = [uuidv7(), uuidv7(), uuidv7()];
  const gatewayId = givenGatewayId;
  await client.user.create({ data: { id: userId, name: "somebody" }, select: { id: true } });
  await client.batch.create({ data: batchRow({ id: batchId, userId }), select: { id: true } });
  await client.generation.create({
    data: {
      id,
      userId,
      batchId,
      prompt,
      parameters: { prompt },
      gatewayId,
      state: "queued",
      attempts: { create: { id: uuidv7(), userId, gatewayId, index: 0, state: "queued" } },
    },
    select: { id: true },
  });
  return id;
}
