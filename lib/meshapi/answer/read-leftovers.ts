import { type ImageChunk, readImageDocument } from "../document/image-chunk.ts";
import { imageOf } from "../image/image-of.ts";
import type { ImageItem } from "../image/image-response.ts";
import { isWholeImage } from "../image/is-whole-image.ts";
import { imagesKeptMax } from "../parameters/image-limits.ts";
import type { Answer } from "../request/send-request.ts";
import type { DeltaWords } from "./events/delta-words.ts";
import type { AnswerProgress } from "./judge-end.ts";
import type { CompletedChunk } from "./keep-images.ts";

/** A sketch. */
export type PartialChunk = Extract<ImageChunk, { status: "partial" }>;

/** A body that is no stream has no sketches: what is called partial there is all that came, and was paid for. */
export function readWhole(
  { partials, ...facts }: PartialChunk,
  { images, refusal, failure }: AnswerProgress,
): CompletedChunk | null {
  if (images > 0 || refusal || failure) return null;
  return { ...facts, status: "completed", data: partials.map(({ image }) => image), leftOut: 0 };
}

/** What there is of an answer whose fields held no picture: those of its words, or what has a lesser name. */
export function readBare(
  words: DeltaWords,
  answer: Answer,
  { hasReferences = false, ...progress }: AnswerProgress & { hasReferences?: boolean },
): CompletedChunk | null {
  const { lesser, failure, refusal, unreadable } = progress;
  const isLesser = !hasReferences && !failure && !refusal && unreadable === 0;
  return readWords(words, answer, progress) ?? (isLesser ? lesser : null);
}

/** The pictures of what was said; of a `message` only where it tells of no failure. */
function readWords(
  words: DeltaWords,
  { requestId, url: requestUrl }: Answer,
  { failure, refusal, message }: AnswerProgress,
): CompletedChunk | null {
  const tellsFailure = failure || refusal || (message && message.kind !== "broken");
  const texts = [words.message() ?? [], tellsFailure ? [] : words.asides()].flat();

  for (const text of texts) {
    const { chunk } = readImageDocument(text, { requestId, requestUrl, eventName: null });
    if (chunk?.status !== "completed") continue;
    // Where the words break off, a picture in them may do so, too.
    const files = chunk.data.filter((item) => !(failure && isCut(item)));
    const data = files.slice(0, imagesKeptMax);
    if (data.length > 0) return { ...chunk, data, leftOut: files.length - data.length };
  }
  return null;
}

function isCut(item: ImageItem): boolean {
  const image = imageOf(item);
  return image.type === "bytes" && isWholeImage(image.bytes) === false;
}
