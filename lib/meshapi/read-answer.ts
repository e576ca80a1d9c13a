import { type ImageChunk, readImageDocument } from "./image-chunk.ts";
import { imagesKeptMax } from "./image-limits.ts";
import { type AnswerProgress, judgeEnd } from "./judge-end.ts";
import { createPictureMemory } from "./picture-memory.ts";
import { type AnswerDocument, type ReadDocumentsOptions, readDocuments } from "./read-documents.ts";
import type { Answer } from "./send-request.ts";

export interface ReadAnswerOptions extends ReadDocumentsOptions {
  /** How many pictures were asked for: an answer that breaks off is complete once they are here. */
  imagesExpected: number;
  /** Called when the first picture is here. */
  onPicture: () => void;
}

type CompletedChunk = Extract<ImageChunk, { status: "completed" }>;

/**
 * Reads the pictures of an answer in any of its forms. Every picture that arrived, or an address of one, is given,
 * whatever becomes of the answer after it. Throws when there are fewer than were asked for, and it is not the gateway's
 * own word that there are no more.
 */
export async function* readAnswer(
  answer: Answer,
  options: ReadAnswerOptions,
): AsyncGenerator<ImageChunk, void, void> {
  const progress: AnswerProgress = { images: 0, isDone: false, isBroken: false, unreadable: 0 };
  const memory = createPictureMemory();
  // The last that is kept waits: only the next tells whether some are left out.
  let last: CompletedChunk | null = null;

  try {
    for await (const document of readDocuments(answer, options)) {
      if (document.type === "done") {
        progress.isDone = true;
        break;
      }

      const { chunk, name } = readDocument(document, { answer, progress });
      if (chunk?.status !== "completed") {
        if (chunk) yield chunk;
        // Of several pictures one may fail: `image_generation.partial_failed`.
        if (progress.refusal && options.imagesExpected === 1 && !name?.includes("partial")) break;
        continue;
      }
      const items = chunk.data.filter((item) => memory.isNew(item, name));
      if (items.length === 0) continue;
      if (progress.images === 0) options.onPicture();
      if (last) {
        last.leftOut += items.length;
        break;
      }

      const data = items.slice(0, imagesKeptMax - progress.images);
      progress.images += data.length;
      const kept = { ...chunk, data, leftOut: items.length - data.length };
      if (progress.images === imagesKeptMax) last = kept;
      else yield kept;
    }
  } catch (error) {
    progress.failure = { error };
  }

  if (last) yield last;
  judgeEnd(answer, { ...options, ...progress });
}

function readDocument(
  document: Exclude<AnswerDocument, { type: "done" }>,
  { answer, progress }: { answer: Answer; progress: AnswerProgress },
): { chunk: ImageChunk | null; name: string | null } {
  const { requestId, url: requestUrl } = answer;
  const eventName = document.type === "picture" ? null : document.eventName;
  const { chunk, unreadable, isFailure, name } = readImageDocument(contentOf(document), {
    requestId,
    requestUrl,
    eventName,
  });

  progress.unreadable += unreadable;
  if (document.type === "json" && !document.isWhole) progress.isBroken = true;
  if (document.type === "text" && !chunk) {
    // A word now and then is a sign of life; what has brackets was meant to be more.
    if (/[{[<]/.test(document.text) || document.text.length > 100) progress.isBroken = true;
    if (eventName === "error") progress.refusal ??= answer.refusal(document.text);
  }
  if (document.type === "json" && document.isWhole && isFailure) {
    progress.refusal ??= answer.refusal(document.text);
  }
  return { chunk, name };
}

function contentOf(document: Exclude<AnswerDocument, { type: "done" }>): unknown {
  if (document.type === "json") return document.json;
  if (document.type === "text") return document.text;
  return document.bytes;
}
