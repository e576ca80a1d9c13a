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
export async function paintImage(painter: ImageEngine, request: ImageRequest) {
  const image = (await collect(painter, request)).at(-1);
  if (image?.type !== "picture" || image.source.type !== "bytes")
    throw new Error("No picture came.");
  const bytes = image.source.bytes;
  const pixels = await sharp(bytes).raw().toBuffer();
  return {
    bytes,
    delivered: image.delivered,
    metadata: await sharp(bytes).metadata(),
    hash: createHash("sha256").update(pixels).digest("hex"),
  };
}
