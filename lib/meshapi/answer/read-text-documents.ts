import { afterEndMs, isCutOff } from "../body/transfer-end.ts";
import { watchSilence } from "../body/watch-silence.ts";
import type { Answer } from "../request/send-request.ts";
import type { JsonState } from "./json/measure-json.ts";
import { readTextPieces } from "./json/read-text-pieces.ts";
import { type AnswerDocument, parseDocuments } from "./parse-documents.ts";
import type { ReadDocumentsOptions } from "./read-documents-options.ts";

/**
 * Reads a body of JSON, or of bare text. What is closed is given at once: a line of JSON may be progress, with the
 * picture to come on the next one. A transfer that does not end is ended early only where nothing more can come: of one
 * JSON document, by its content type, that holds the pictures. Else silence ends it, once nothing in it is open.
 */
export async function* readTextDocuments(
  answer: Answer,
  { bytesMax, silenceMs, imagesExpected, imagesSoFar }: ReadDocumentsOptions,
): AsyncGenerator<AnswerDocument, void, void> {
  const isOneDocument = isJson(answer.contentType);
  const end = () => answer.endInSilence();
  let ending: NodeJS.Timeout | undefined;
  let state: JsonState = "none";
  let text = "";
  let isFound = false;
  let isPlain = true;
  let failure: unknown = null;

  const watched = watchSilence(answer.body, {
    silenceMs,
    onSilence: end,
    isWatching: () => state === "closed" || (state === "none" && text.trim() !== ""),
  });
  try {
    for await (const piece of readTextPieces(watched, { bytesMax })) {
      text += piece.added;
      state = piece.state;
      // Some keep a connection alive by white space, and never end it.
      if (piece.added.trim() === "") continue;
      clearTimeout(ending);
      if (state !== "closed" || !isPlain) continue;

      const documents = [...parseDocuments(answer, text, null)];
      isPlain = documents.every((document) => document.type === "json" && document.isWhole);
      if (!isPlain) continue;
      isFound = true;
      text = "";
      yield* documents;
      if (isOneDocument && imagesSoFar() >= imagesExpected) ending = setTimeout(end, afterEndMs);
    }
  } catch (error) {
    failure = error;
  } finally {
    clearTimeout(ending);
  }

  if (!isFound) yield* parseDocuments(answer, text, null);
  else for (const rest of parseDocuments(answer, text, null)) if (rest.type === "json") yield rest;
  // A document that is whole has the gateway's word for how many there are.
  const isComplete = state === "closed" && imagesSoFar() > 0;
  if (failure && !(isComplete && isCutOff(failure))) throw failure;
}

/** Lines of JSON are called by other names, or by Spring's. */
function isJson(contentType: string | null): boolean {
  return /^\s*(application|text)\/((?!stream\+)[\w.-]+\+)?json\s*(;|$)/i.test(contentType ?? "");
}
