import { AnswerTooLargeError } from "../body/answer-too-large-error.ts";
import { createGrowingBytes } from "../body/growing-bytes.ts";
import { watchSilence } from "../body/watch-silence.ts";
import { isWholeImage } from "../image/is-whole-image.ts";
import type { Answer } from "../request/send-request.ts";
import type { AnswerDocument } from "./parse-documents.ts";
import type { ReadDocumentsOptions } from "./read-documents-options.ts";
import { afterEndMs, isCutOff } from "./transfer-end.ts";

/** Reads a body that is the file of a picture. When the file is whole, a transfer that does not end is ended. */
export async function* readImageDocument(
  answer: Answer,
  { imageBytesMax, silenceMs }: ReadDocumentsOptions,
): AsyncGenerator<AnswerDocument, void, void> {
  const image = createGrowingBytes({ bytesMax: imageBytesMax });
  let left = imageBytesMax;
  let failure: unknown = null;

  const quick = watchSilence(answer.body, {
    silenceMs: afterEndMs,
    onSilence: () => isWholeImage(image.soFar()) && answer.endInSilence(),
    isWatching: () => true,
  });
  // Not every format says where its files end.
  const pieces = watchSilence(quick, {
    silenceMs,
    onSilence: () => isWholeImage(image.soFar()) === null && answer.endInSilence(),
    isWatching: () => true,
  });
  try {
    for await (const piece of pieces) {
      left -= piece.length;
      if (left < 0) throw new AnswerTooLargeError("The picture is too large.");
      image.grow(piece.length).set(piece);
    }
  } catch (error) {
    failure = error;
  }

  const isBroken =
    failure !== null && (isWholeImage(image.soFar()) === false || !isCutOff(failure));
  if (isBroken) throw failure;
  yield { type: "picture", bytes: image.end() };
}
