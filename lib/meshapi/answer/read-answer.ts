import { goesOn } from "../document/goes-on.ts";
import { type ImageChunk, readImageDocument } from "../document/image-chunk.ts";
import { tellsBill } from "../failure/kind/says-charged.ts";
import { lastFailure } from "../failure/last-failure.ts";
import { tellsResult } from "../failure/words/tells-result.ts";
import type { ImageItem } from "../image/image-response.ts";
import type { Answer } from "../request/send-request.ts";
import { createDeltaWords, type DeltaWords } from "./events/delta-words.ts";
import { createImagePieces, type ImagePieces } from "./events/image-pieces.ts";
import { type AnswerProgress, judgeEnd } from "./judge-end.ts";
import { type CompletedChunk, createImageKeeper } from "./keep-images.ts";
import type { AnswerDocument } from "./parse-documents.ts";
import { readDocuments } from "./read-documents.ts";
import type { ReadDocumentsOptions } from "./read-documents-options.ts";
import { type PartialChunk, readBare, readWhole } from "./read-leftovers.ts";
import { watchEnd } from "./watch-end.ts";

export interface ReadAnswerOptions extends Omit<ReadDocumentsOptions, "imagesSoFar"> {
  /** Called when the first picture is here. */
  onImage: () => void;
  /** Whether pictures were sent along: an answer may have their addresses. */
  hasReferences?: boolean;
}

/**
 * Reads the pictures of an answer in any of its forms. Every picture that arrived, or an address of one, is given,
 * whatever becomes of the answer after it. Throws when there are fewer than were asked for, and it is not the gateway's
 * own word that there are no more.
 */
export async function* readAnswer(
  answer: Answer,
  options: ReadAnswerOptions,
): AsyncGenerator<ImageChunk, void, void> {
  const progress: AnswerProgress = {
    images: 0,
    isDone: false,
    isBroken: false,
    isBilled: false,
    isMade: false,
    isResumed: false,
    lesser: null,
    unreadable: 0,
  };
  const keeper = createImageKeeper({ progress, onImage: options.onImage });
  const words = createDeltaWords();
  const charactersMax = Math.ceil((options.imageBytesMax * 4) / 3);
  const pieces = createImagePieces({ charactersMax });
  const ending = watchEnd(answer, options);
  let sketch: PartialChunk | null = null;

  function take(document: Exclude<AnswerDocument, { type: "done" }>): ImageChunk | null {
    const { chunk, name } = readDocument(document, { answer, progress, words, pieces });
    return chunk?.status === "completed" ? keeper.keep(chunk, name) : chunk;
  }

  function* join(images: readonly ImageItem[]): Generator<ImageChunk, void, void> {
    const { requestId } = answer;
    for (const image of images) {
      const chunk: CompletedChunk = { status: "completed", requestId, data: [image], leftOut: 0 };
      const kept = keeper.keep(chunk, "pieces");
      if (kept) yield kept;
    }
  }

  const documents = readDocuments(answer, { ...options, imagesSoFar: () => progress.images });
  try {
    for await (const document of documents) {
      ending.pause();
      const chunk = document.type === "done" ? null : take(document);
      if (chunk?.status === "partial") sketch = chunk;
      if (chunk) yield chunk;
      yield* join(document.type === "done" ? pieces.rest() : pieces.ready());
      if (keeper.isOver()) break;

      progress.isDone ||= document.type === "done";
      if (progress.isDone && progress.images >= options.imagesExpected) break;
      ending.wait(progress, chunk);
    }
  } catch (error) {
    // Behind its own word that it is done nothing was missing.
    if (!progress.isDone) progress.failure = { error };
  } finally {
    ending.pause();
  }

  yield* join(pieces.rest({ isBroken: progress.failure !== undefined }));
  const whole = sketch && options.form !== "events" ? readWhole(sketch, progress) : null;
  const kept = whole && keeper.keep(whole, null);
  if (kept) yield kept;
  const last = keeper.last();
  if (last) yield last;
  const told = progress.images === 0 ? readBare(words, answer, { ...progress, ...options }) : null;
  if (told) {
    options.onImage();
    progress.images += told.data.length;
    yield told;
  }
  judgeEnd(answer, { ...options, ...progress });
}

interface ReadDocumentContext {
  answer: Answer;
  progress: AnswerProgress;
  words: DeltaWords;
  pieces: ImagePieces;
}

function readDocument(
  document: Exclude<AnswerDocument, { type: "done" }>,
  { answer, progress, words, pieces }: ReadDocumentContext,
): { chunk: ImageChunk | null; name: string | null } {
  const { requestId, url: requestUrl } = answer;
  const eventName = document.type === "picture" ? null : document.eventName;
  const content = contentOf(document);
  const isGoing = document.type === "json" && goesOn(content, eventName);
  // It takes the words out of what it is given.
  words.take(content);
  const isPiece = pieces.take(content, eventName);
  const { chunk, lesser, unreadable, says, name } = readImageDocument(content, {
    requestId,
    requestUrl,
    eventName,
  });

  progress.unreadable += unreadable;
  progress.lesser = lesser ?? progress.lesser;
  progress.isBilled ||= document.type === "json" && tellsBill(document.json);
  progress.isMade ||= document.type === "json" && tellsResult(document.json);
  if (document.type === "json" && !document.isWhole) progress.isBroken = true;
  if (document.type === "text" && !chunk) {
    // A word now and then is a sign of life; what has brackets was meant to be more.
    if (/[{[<]/.test(document.text) || document.text.length > 100) progress.isBroken = true;
    if (eventName === "error") {
      progress.refusal = lastFailure(progress.refusal, answer.refusal(document.text));
    }
  }
  if (isGoing || says === "progress") progress.isResumed = progress.refusal !== undefined;
  if (document.type === "json" && document.isWhole && says === "failure") {
    progress.refusal = lastFailure(progress.refusal, answer.refusal(document.text));
    progress.isResumed = false;
  }
  if (document.type === "json" && says === "message") {
    progress.message = answer.refusal(document.text);
  }
  return { chunk: isPiece && chunk?.status === "processing" ? null : chunk, name };
}

function contentOf(document: Exclude<AnswerDocument, { type: "done" }>): unknown {
  if (document.type === "json") return document.json;
  if (document.type === "text") return document.text;
  return document.bytes;
}
