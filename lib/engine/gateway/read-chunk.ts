import { readCostMicros, readDelivered } from "#lib/engine/gateway/read-delivered.ts";
import { EngineError, type EngineEvent } from "#lib/engine/image-engine.ts";
import type { ImageChunk } from "#lib/meshapi/image-chunk.ts";
import { pictureOf } from "#lib/meshapi/picture-of.ts";

/** Two sketches may be held beside the picture: a larger one is not worth that. */
const partialBytesMax = 8 * 1024 * 1024;

/**
 * What one chunk of an answer tells. Throws `bad_answer` for a picture that cannot be read, after the others have been
 * given; a partial picture that cannot be read is passed over.
 */
export function* readChunk(chunk: ImageChunk): Generator<EngineEvent, void, void> {
  switch (chunk.status) {
    case "processing":
      return;
    case "partial":
      yield* readPartials(chunk);
      return;
    case "completed":
      yield* readPictures(chunk);
      return;
    default:
      chunk satisfies never;
  }
}

function* readPartials({
  partials,
}: Extract<ImageChunk, { status: "partial" }>): Generator<EngineEvent, void, void> {
  for (const { picture } of partials) {
    const source = pictureOf(picture);
    if (source.type !== "bytes" || source.bytes.length > partialBytesMax) continue;
    yield { type: "partial", bytes: source.bytes };
  }
}

function* readPictures(
  chunk: Extract<ImageChunk, { status: "completed" }>,
): Generator<EngineEvent, void, void> {
  const delivered = readDelivered(chunk);
  // The gateway prices the answer, not each picture: the first one carries it, so that the sum is right.
  let costMicros = readCostMicros(chunk);
  let unreadable: string | null = null;

  for (const item of chunk.data) {
    const source = pictureOf(item);
    if (source.type === "unreadable") {
      unreadable = source.reason;
      continue;
    }
    yield {
      type: "picture",
      source,
      revisedPrompt: item.revised_prompt || null,
      delivered,
      costMicros,
    };
    if (costMicros !== null) costMicros = 0;
  }

  if (unreadable) throw unreadablePicture(unreadable, chunk.requestId);
}

function unreadablePicture(reason: string, requestId: string | null): EngineError {
  return new EngineError(
    "The gateway sent a picture that cannot be read. It may have been charged.",
    {
      sent: "answered",
      charged: "likely",
      code: "bad_answer",
      requestId,
      detail: reason,
    },
  );
}
