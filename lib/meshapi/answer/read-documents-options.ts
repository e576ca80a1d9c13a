import type { AnswerForm } from "./tell-form.ts";

export interface ReadDocumentsOptions {
  form: AnswerForm;
  /** Of a body that is no stream; of one that is a picture, or has parts, `imageBytesMax`. */
  bytesMax: number;
  imageBytesMax: number;
  eventCharactersMax: number;
  silenceMs: number;
  /** How many pictures were asked for: an answer that breaks off is complete once they are here. */
  imagesExpected: number;
  /** How many were found in the documents that were given. */
  imagesSoFar: () => number;
}
