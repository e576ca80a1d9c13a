import { v7 as uuidv7 } from "uuid";
import { localGatewayId } from "#lib/gateways/seeded-gateways.ts";
import { batchRow } from "#lib/generation/batch/test-batch-row.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";

interface MadeRows {
  batchId: string;
  generationId: string;
  attemptId: string;
  imageId: string;
  deviceId: string;
}

/** Writes a batch, a generation, an attempt, an image and a device, of somebody else's unless an owner is given. */
export async function makeRows(client: PrismaClient, owner?: string): Promise<MadeRows> {
  const [batchId, generationId, attemptId, imageId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  const deviceId = uuidv7();
  const gatewayId = localGatewayId;
  const userId = owner ?? (await makeUser(client));
  await client.batch.create({
    data: batchRow({ id: batchId, userId }),
    select: { id: true },
  });
  await client.generation.create({
    data: {
      id: generationId,
      userId,
      batchId,
      prompt: "a fox",
      parameters: { prompt: "a fox" },
      gatewayId,
      state: "succeeded",
      attempts: { create: { id: attemptId, userId, gatewayId, index: 0, state: "succeeded" } },
    },
    select: { id: true },
  });
  const blob = {
    hash: "0".repeat(64),
    type: "image/png",
    width: 1,
    height: 1,
    bytes: 1,
    thumbhash: "",
  };
  await client.blob.createMany({ data: [blob], skipDuplicates: true });
  await client.image.create({
    data: {
      id: imageId,
      userId,
      generationId,
      attemptId,
      index: 0,
      blobHash: blob.hash,
      delivered: {},
    },
    select: { id: true },
  });
  const keys = { p256dh: "", auth: "" };
  await client.device.create({
    data: {
      id: deviceId,
      userId,
      endpoint: `https://push.example/${deviceId}`,
      ...keys,
      language: "en",
    },
    select: { id: true },
  });
  return { batchId, generationId, attemptId, imageId, deviceId };
}

/** A generation that goes on waiting; its id. */
export async function makeWaiting(client: PrismaClient, owner: string): Promise<string> {
  const { generationId } = await makeRows(client, owner);
  const data = { state: "queued", notBefore: new Date("2999-01-01") };
  await client.attempt.updateMany({ where: { generationId }, data });
  return generationId;
}

/** A browser that asks to be told, as it says of itself. */
export const newDevice = {
  endpoint: "https://push.example/a-browser",
  keys: { p256dh: `B${"a".repeat(86)}`, auth: "a".repeat(22) },
};

async function makeUser(client: PrismaClient): Promise<string> {
  const id = uuidv7();
  await client.user.create({ data: { id, name: "somebody" }, select: { id: true } });
  return id;
}
