import { type ImageChunk, readImageDocument } from "../document/image-chunk.ts";
import { holdsFile } from "../image/holds-file.ts";
import { imagesKeptMax } from "../parameters/image-limits.ts";
import type { Answer } from "../request/send-request.ts";
import { createDeltaWords, type DeltaWords } from "./delta-words.ts";
import { createImageMemory } from "./image-memory.ts";
import { type AnswerProgress, judgeEnd } from "./judge-end.ts";
import { type AnswerDocument, type ReadDocumentsOptions, readDocuments } from "./read-documents.ts";

export interface ReadAnswerOptions extends ReadDocumentsOptions {
  /** How many pictures were asked for: an answer that breaks off is complete once they are here. */
  imagesExpected: number;
  /** Called when the first picture is here. */
  onImage: () => void;
}

/** How long more is waited for when a stream said that it is done, or failed, and does not end. */
const afterEndMs = 2_000;

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
  const memory = createImageMemory();
  const words = createDeltaWords();
  let ending: NodeJS.Timeout | undefined;
  const endSoon = () => {
    ending ??= setTimeout(() => answer.endInSilence(), afterEndMs);
  };
  // The last that is kept waits: only the next tells whether some are left out.
  let last: CompletedChunk | null = null;

  try {
    for await (const document of readDocuments(answer, options)) {
      if (document.type === "done") {
        progress.isDone = true;
        if (progress.images >= options.imagesExpected) break;
        endSoon();
        continue;
      }

      const { chunk, name } = readDocument(document, { answer, progress, words });
      if (chunk?.status !== "completed") {
        if (chunk) yield chunk;
        // Of several pictures one may fail: `image_generation.partial_failed`.
        // It is no more than a warning where the picture comes after it.
        if (progress.refusal && options.imagesExpected === 1 && !name?.includes("partial"))
          endSoon();
        continue;
      }
      const files = chunk.data.filter(holdsFile);
      progress.unreadable += chunk.data.length - files.length;
      const items = files.filter((item) => memory.isNew(item, name));
      if (items.length === 0) continue;
      if (progress.images === 0) options.onImage();
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
    // Behind its own word that it is done nothing was missing.
    if (!progress.isDone) progress.failure = { error };
  } finally {
    clearTimeout(ending);
  }

  if (last) yield last;
  const told = progress.images === 0 ? readWords(words, answer) : null;
  if (told) {
    options.onImage();
    progress.images += told.data.length;
    yield told;
  }
  judgeEnd(answer, { ...options, ...progress });
}

function readDocument(
  document: Exclude<AnswerDocument, { type: "done" }>,
  { answer, progress, words }: { answer: Answer; progress: AnswerProgress; words: DeltaWords },
): { chunk: ImageChunk | null; name: string | null } {
  const { requestId, url: requestUrl } = answer;
  const eventName = document.type === "picture" ? null : document.eventName;
  const { chunk, unreadable, isFailure, name } = readImageDocument(
    words.take(contentOf(document)),
    {
      requestId,
      requestUrl,
      eventName,
    },
  );

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

function readWords(
  words: DeltaWords,
  { requestId, url: requestUrl }: Answer,
): CompletedChunk | null {
  const message = words.message();
  if (!message) return null;

  const { chunk } = readImageDocument(message, { requestId, requestUrl, eventName: null });
  if (chunk?.status !== "completed") return null;
  const data = chunk.data.slice(0, imagesKeptMax);
  return { ...chunk, data, leftOut: chunk.data.length - data.length };
}

function contentOf(document: Exclude<AnswerDocument, { type: "done" }>): unknown {
  if (document.type === "json") return document.json;
  if (document.type === "text") return document.text;
  return document.bytes;
}
