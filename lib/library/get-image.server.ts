import * as z from "zod";
import { gatewayRefSchema } from "#lib/contract/gateway-view.ts";
import type { ImageDetail } from "#lib/contract/image-detail.ts";
import { inputViewSchema } from "#lib/contract/input/input-view.ts";
import { storedRequestSchema } from "#lib/engine/image-request.ts";
import { gatewayRefSelect } from "#lib/gateways/gateway-ref-select.ts";
import { imageSelect, toImageView } from "#lib/images/image-record.server.ts";
import { inputsSelect } from "#lib/images/inputs-select.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { say } from "#messages/sentence.ts";

const detailSelect = {
  ...imageSelect,
  blobHash: true,
  sourceUrl: true,
  generation: {
    select: {
      prompt: true,
      parameters: true,
      model: true,
      gateway: { select: gatewayRefSelect },
      inputs: inputsSelect,
      sourceGenerationId: true,
    },
  },
  attempt: {
    select: {
      requestId: true,
      seed: true,
      sentAt: true,
      estimatedCostMicros: true,
      actualCostMicros: true,
    },
  },
} as const;

/** One picture of the owner's, in the trash or not. Throws `not_found`. */
export async function getImage(
  client: Pick<PrismaClient, "image">,
  { userId, id }: { userId: string; id: string },
): Promise<ImageDetail> {
  const record = await client.image.findFirst({ where: { id, userId }, select: detailSelect });
  if (!record) throw new AppError("not_found", say("refusals.noPicture"));

  const { blobHash: hash, sourceUrl, attempt, ...imageRecord } = record;
  const { prompt, parameters, gateway, inputs, ...generation } = record.generation;
  const { sentAt, ...attemptFields } = attempt;
  return {
    image: toImageView({ ...imageRecord, generation: { prompt } }),
    parameters: storedRequestSchema.parse(parameters),
    gateway: gatewayRefSchema.parse(gateway),
    inputs: z.array(inputViewSchema).parse(inputs),
    ...generation,
    sourceUrl,
    hash,
    ...attemptFields,
    tookMs: sentAt && record.createdAt.getTime() - sentAt.getTime(),
    newerId: await findNeighbour(client, { userId, id, direction: "newer" }),
    olderId: await findNeighbour(client, { userId, id, direction: "older" }),
  };
}

async function findNeighbour(
  client: Pick<PrismaClient, "image">,
  { userId, id, direction }: { userId: string; id: string; direction: "newer" | "older" },
): Promise<string | null> {
  const isNewer = direction === "newer";
  const neighbour = await client.image.findFirst({
    where: { userId, deletedAt: null, hiddenAt: null, id: isNewer ? { gt: id } : { lt: id } },
    orderBy: { id: isNewer ? "asc" : "desc" },
    select: { id: true },
  });
  return neighbour?.id ?? null;
}
