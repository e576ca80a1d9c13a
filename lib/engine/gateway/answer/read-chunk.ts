import type { Delivered } from "#lib/engine/delivered.ts";
import { readDelivered } from "#lib/engine/gateway/answer/read-delivered.ts";
import type { Bill } from "#lib/engine/gateway/answer/sum-bill.ts";
import type { EngineEvent } from "#lib/engine/image-engine.ts";
import type { ImageChunk } from "#lib/meshapi/document/image-chunk.ts";
import { imageOf } from "#lib/meshapi/image/image-of.ts";
import { imagesKeptMax } from "#lib/meshapi/parameters/image-limits.ts";

/** Two sketches may be held beside the picture: a larger one is not worth that. */
const partialBytesMax = 8 * 1024 * 1024;

/** What one chunk of an answer tells, and adds to its bill. A sketch that cannot be read is passed over. */
export function* readChunk(chunk: ImageChunk, bill: Bill): Generator<EngineEvent, void, void> {
  switch (chunk.status) {
    case "processing":
    case "usage":
      bill.take(chunk);
      return;
    case "partial":
      yield* readPartials(chunk);
      return;
    case "completed":
      yield* readImages(chunk, bill);
      return;
    default:
      chunk satisfies never;
  }
}

function* readPartials({
  partials,
}: Extract<ImageChunk, { status: "partial" }>): Generator<EngineEvent, void, void> {
  for (const { image } of partials) {
    const source = imageOf(image);
    if (source.type !== "bytes" || source.bytes.length > partialBytesMax) continue;
    yield { type: "partial", bytes: source.bytes };
  }
}

function* readImages(
  chunk: Extract<ImageChunk, { status: "completed" }>,
  bill: Bill,
): Generator<EngineEvent, void, void> {
  const delivered = withNote(readDelivered(chunk), chunk);
  // The gateway prices the answer, not each picture: the first one carries it, so that the sum is right.
  let costMicros = bill.ofPictures(chunk);

  for (const item of chunk.data) {
    const source = imageOf(item);
    if (source.type === "unreadable") continue;
    yield {
      type: "picture",
      source,
      revisedPrompt: item.revised_prompt || null,
      delivered,
      costMicros,
    };
    if (costMicros !== null) costMicros = 0;
  }
}

/** A person is told what is missing; of a stream nobody knows how many more there would have been. */
function withNote(
  delivered: Delivered,
  { data, leftOut }: Extract<ImageChunk, { status: "completed" }>,
): Delivered {
  if (leftOut === 0) return delivered;
  const count = data.length > 1 ? leftOut : 0;
  return {
    ...delivered,
    notes: [{ code: "left_out", parameters: { kept: imagesKeptMax, count } }],
  };
}
