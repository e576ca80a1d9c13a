import { AnswerTooLargeError } from "../body/answer-too-large-error.ts";
import { createGrowingBytes } from "../body/growing-bytes.ts";
import { watchSilence } from "../body/watch-silence.ts";
import { isWholeImage } from "../image/is-whole-image.ts";
import type { Answer } from "../request/send-request.ts";
import { findJsonValues } from "./find-json-values.ts";
import { createJsonMeter } from "./measure-json.ts";
import { readEvents } from "./read-events.ts";
import type { AnswerForm } from "./tell-form.ts";

/** A part of an answer: JSON, a bare text in its place, or the file of a picture. */
export type AnswerDocument =
  | { type: "json"; json: unknown; text: string; eventName: string | null; isWhole: boolean }
  | { type: "text"; text: string; eventName: string | null }
  | { type: "picture"; bytes: Uint8Array }
  | { type: "done" };

export interface ReadDocumentsOptions {
  form: AnswerForm;
  /** Of a body that is no stream; of one that is a picture, `imageBytesMax`. */
  bytesMax: number;
  imageBytesMax: number;
  eventCharactersMax: number;
  silenceMs: number;
}

/** How long more is waited for when JSON is closed, or a picture at its end, and the transfer is not. */
const afterEndMs = 2_000;

/** Reads an answer part by part. What came before a failure is given before it is thrown. */
export async function* readDocuments(
  answer: Answer,
  options: ReadDocumentsOptions,
): AsyncGenerator<AnswerDocument, void, void> {
  switch (options.form) {
    case "events":
      return yield* readEventDocuments(answer, options);
    case "picture":
      return yield* readImageDocument(answer, options);
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
    if (data.trim() === "[DONE]") yield { type: "done" };
    else yield* parseDocuments(answer, data, event ?? null);
  }
}

async function* readTextDocuments(
  answer: Answer,
  { bytesMax }: ReadDocumentsOptions,
): AsyncGenerator<AnswerDocument, void, void> {
  const decoder = new TextDecoder();
  const isClosed = createJsonMeter();
  let isComplete = false;
  let text = "";
  let bytes = 0;
  let failure: unknown = null;

  try {
    for await (const piece of watchEnd(answer, () => isComplete)) {
      bytes += piece.byteLength;
      if (bytes > bytesMax) {
        throw new AnswerTooLargeError(`The body is larger than ${bytesMax} bytes.`);
      }
      const added = decoder.decode(piece, { stream: true });
      text += added;
      isComplete = isClosed(added);
    }
  } catch (error) {
    failure = error;
  }

  yield* parseDocuments(answer, text + decoder.decode(), null);
  if (failure && !(isComplete && isCutOff(failure))) throw failure;
}

async function* readImageDocument(
  answer: Answer,
  { imageBytesMax }: ReadDocumentsOptions,
): AsyncGenerator<AnswerDocument, void, void> {
  const image = createGrowingBytes({ bytesMax: imageBytesMax });
  let left = imageBytesMax;
  let failure: unknown = null;

  try {
    for await (const piece of watchEnd(answer, () => isWholeImage(image.soFar()))) {
      left -= piece.length;
      if (left < 0) throw new AnswerTooLargeError("The picture is too large.");
      image.grow(piece.length).set(piece);
    }
  } catch (error) {
    failure = error;
  }

  const isWhole = isWholeImage(image.soFar());
  if (!failure || (isWhole && isCutOff(failure))) yield { type: "picture", bytes: image.end() };
  else throw failure;
}

/** Once it is complete, a transfer that does not end is ended. */
function watchEnd(
  answer: Answer,
  isWatching: () => boolean,
): AsyncGenerator<Uint8Array, void, void> {
  return watchSilence(answer.body, {
    silenceMs: afterEndMs,
    onSilence: () => answer.endInSilence(),
    isWatching,
  });
}

/** A limit of ours is no end of the transfer: what lies behind it may be more pictures. */
function isCutOff(failure: unknown): boolean {
  return !(failure instanceof AnswerTooLargeError);
}

function* parseDocuments(
  { parseJson }: Answer,
  text: string,
  eventName: string | null,
): Generator<AnswerDocument, void, void> {
  const whole = parse(parseJson, text);
  if (whole) return yield { type: "json", json: whole.json, text, eventName, isWhole: true };

  let isFound = false;
  for (const { json, ...value } of findJsonValues(text, {
    parse: (part) => parse(parseJson, part),
  })) {
    isFound = true;
    yield { type: "json", json, eventName, ...value };
  }
  if (!isFound) yield { type: "text", text, eventName };
}

function parse(parseJson: Answer["parseJson"], text: string): { json: unknown } | null {
  try {
    return { json: parseJson(text) };
  } catch {
    return null;
  }
}
