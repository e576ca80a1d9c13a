import { createHash } from "node:crypto";
import sharp from "sharp";
import type { EngineEvent, ImageEngine } from "#lib/engine/image-engine.ts";
import type { ImageRequest } from "#lib/engine/image-request.ts";

export const idempotencyKey = "one";

/** All that a painter tells of one request. */
export async function collect(painter: ImageEngine, request: ImageRequest): Promise<EngineEvent[]> {
  const signal = new AbortController().signal;
  return listOf(painter.generate(request, { signal, idempotencyKey }));
}

/** What an iterable yields, once it has ended. */
export async function listOf(events: AsyncIterable<EngineEvent>): Promise<EngineEvent[]> {
  const list: EngineEvent[] = [];
  for await (const event of events) list.push(event);
  return list;
}

/** The picture of a request, and the hash of its pixels. */
export async function paintPicture(painter: ImageEngine, request: ImageRequest) {
  const picture = (await collect(painter, request)).at(-1);
  if (picture?.type !== "picture" || picture.source.type !== "bytes")
    throw new Error("No picture came.");
  const bytes = picture.source.bytes;
  const pixels = await sharp(bytes).raw().toBuffer();
  return {
    bytes,
    delivered: picture.delivered,
    metadata: await sharp(bytes).metadata(),
    hash: createHash("sha256").update(pixels).digest("hex"),
  };
}
