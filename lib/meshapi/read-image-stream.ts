import { type ImageChunk, parseImageChunk } from "./image-chunk.ts";
import { MeshAPIError } from "./mesh-api-error.ts";
import { readEvents } from "./read-events.ts";
import type { Answer } from "./send-request.ts";

export interface ReadImageStreamOptions {
  /** How many pictures were asked for: a stream may end without `[DONE]` only once they are here. */
  imagesExpected: number;
  eventCharactersMax: number;
  silenceMs: number;
}

/**
 * Reads the pictures of an event stream. An event that is not JSON, or of an unknown kind, is passed over; but a
 * stream that ends with pictures missing after one could not be read, or before `[DONE]`, throws: they may have been paid for.
 */
export async function* readImageStream(
  answer: Answer,
  { imagesExpected, eventCharactersMax, silenceMs }: ReadImageStreamOptions,
): AsyncGenerator<ImageChunk, void, void> {
  let images = 0;
  let isDone = false;
  let unreadable: unknown;

  const events = readEvents(answer.body, {
    eventCharactersMax,
    silenceMs,
    onSilence: () => answer.endInSilence(),
  });

  for await (const { event, data } of events) {
    isDone = data.trim() === "[DONE]";
    if (isDone) break;
    if (event === "error") throw answer.refusal(data);

    const json = parseJson(answer, data);
    if (json instanceof SyntaxError) {
      unreadable = json;
      continue;
    }

    const chunk = parseImageChunk(json, answer.requestId);
    if (chunk === "failure") throw answer.refusal(data);
    if (chunk === null) continue;
    images += chunk.data.length;
    yield chunk;
  }

  if (images >= imagesExpected || (isDone && !unreadable)) return;
  throw new MeshAPIError(
    unreadable
      ? "The stream ended with pictures missing, and a part of it could not be read."
      : "The stream ended before the picture was there.",
    {
      sent: "maybe",
      code: "stream_truncated",
      status: answer.status,
      requestId: answer.requestId,
      cause: unreadable,
    },
  );
}

function parseJson(answer: Answer, data: string): unknown {
  try {
    return answer.parseJson(data);
  } catch (error) {
    return error;
  }
}
