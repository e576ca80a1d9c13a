import { isWholeImage } from "../image/is-whole-image.ts";
import type { Answer } from "../request/send-request.ts";
import { gatherBody } from "./gather-body.ts";
import type { AnswerDocument } from "./parse-documents.ts";
import type { ReadDocumentsOptions } from "./read-documents-options.ts";

/** Reads a body that is the file of a picture. Not every format says where its files end. */
export async function* readFileDocument(
  answer: Answer,
  { imageBytesMax: bytesMax, silenceMs }: Pick<ReadDocumentsOptions, "imageBytesMax" | "silenceMs">,
): AsyncGenerator<Extract<AnswerDocument, { type: "picture" }>, void, void> {
  const { bytes, failure } = await gatherBody(answer, {
    bytesMax,
    silenceMs,
    isWhole: isWholeImage,
  });
  if (failure) throw failure;
  yield { type: "picture", bytes };
}
