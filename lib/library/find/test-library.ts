import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";
import { localOwnerId } from "#lib/account/local-owner.ts";
import { parseFindQuery } from "#lib/contract/library/find-query.ts";
import { givenGatewayId } from "#lib/gateways/seeded-gateways.ts";
import { batchRow } from "#lib/generation/batch/test-batch-row.ts";
import { countImages } from "#lib/library/find/count-images.server.ts";
import { findImages } from "#lib/library/find/find-images.server.ts";
import type { Database } from "#lib/platform/database/database.server.ts";

interface ImageFacts {
  prompt?: string;
  revisedPrompt?: string | null;
  model?: string | null;
  gatewayId?: string;
  seed?: number | null;
  width?: number;
  height?: number;
  /** When it was made. */
  at?: Date;
  owner?: string;
  /** Whether a picture went into it. */
  isEdit?: boolean;
}

interface WrittenImage {
  id: string;
  generationId: string;
  hash: string;
}

/** Writes one picture with all that it hangs on. */
export async function writeImage(
  { client }: Database,
  {
    prompt = "a fox",
    revisedPrompt = null,
    model = null,
    gatewayId = givenGatewayId,
    seed = null,
    width = 64,
    height = 64,
    at = new Date(),
    owner: userId = localOwnerId,
    isEdit = false,
  }: ImageFacts = {},
): Promise<WrittenImage> {
  const [id, generationId, attemptId] = [uuidv7({ msecs: at.getTime() }), uuidv7(), uuidv7()];
  const hash = crypto.randomUUID().replaceAll("-", "").repeat(2);
  await client.blob.create({
    data: { hash, type: "image/png", width, height, bytes: 1, thumbhash: "" },
    select: { hash: true },
  });
  await client.batch.create({ data: batchRow({ id: generationId, userId }), select: { id: true } });
  await client.generation.create({
    data: {
      id: generationId,
      userId,
      batchId: generationId,
      prompt,
      parameters: { prompt },
      model,
      gatewayId,
      state: "succeeded",
      attempts: {
        create: { id: attemptId, userId, gatewayId, index: 0, state: "succeeded", seed },
      },
      ...(isEdit && { inputs: { create: { position: 0, role: "reference", blobHash: hash } } }),
    },
    select: { id: true },
  });
  await client.image.create({
    data: {
      id,
      index: 0,
      userId,
      generationId,
      attemptId,
      blobHash: hash,
      revisedPrompt,
      delivered: {},
    },
    select: { id: true },
  });
  return { id, generationId, hash };
}

/** A search as a person writes it. */
export const asked = (line: string, timeZone = "UTC") => ({
  userId: localOwnerId,
  timeZone,
  terms: parseFindQuery(line).terms,
});

/** The prompts that a search finds, newest first; counted, they are as many. */
export async function find(
  { client }: Database,
  line: string,
  timeZone?: string,
): Promise<string[]> {
  const options = asked(line, timeZone);
  const images = await findImages(client, options);
  expect(await countImages(client, options)).toEqual({ count: images.length, isCapped: false });
  return images.map(({ prompt }) => prompt);
}
