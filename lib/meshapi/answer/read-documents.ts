import type { Answer } from "../request/send-request.ts";
import { readEvents } from "./events/read-events.ts";
import { type AnswerDocument, parseDocuments } from "./parse-documents.ts";
import type { ReadDocumentsOptions } from "./read-documents-options.ts";
import { readFileDocument } from "./read-file-document.ts";
import { readPartDocuments } from "./read-part-documents.ts";
import { readTextDocuments } from "./read-text-documents.ts";

/** Reads an answer part by part. What came before a failure is given before it is thrown. */
export async function* readDocuments(
  answer: Answer,
  options: ReadDocumentsOptions,
): AsyncGenerator<AnswerDocument, void, void> {
  switch (options.form) {
    case "events":
      return yield* readEventDocuments(answer, options);
    case "picture":
      return yield* readFileDocument(answer, options);
    case "parts":
      return yield* readPartDocuments(answer, options);
    case "text":
      return yield* readTextDocuments(answer, options);
    default:
      options.form satisfies never;
  }
}

async function* readEventDocuments(
  answer: Answer,
  { eventCharactersMax, silenceMs }: ReadDocumentsOptions,
): AsyncGenerator<AnswerDocument, void, void> {
  const onSilence = () => answer.endInSilence();
  const events = readEvents(answer.body, { eventCharactersMax, silenceMs, onSilence });

  for await (const { event, data } of events) {
    if (/^\s*"?\[done\]"?\s*$/i.test(data)) yield { type: "done" };
    else yield* parseDocuments(answer, data, event ?? null);
  }
}
