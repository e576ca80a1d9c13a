import { isRecord } from "../../document/is-record.ts";
import { isExtractedImage } from "../../extract/image-shelf.ts";
import { readImageKey } from "../../image/image-key.ts";

/** The words of a chat, told a few letters at a time. */
export interface DeltaWords {
  /** Takes the words of one event out of its JSON. */
  take(json: unknown): void;
  /** All of them, as messages that were not streamed; null where there were none. */
  message(): object | null;
  /** The last that was said in a `message`, where progress and errors are told as well, the last one first. */
  asides(): object[];
}

/** A picture in base64 may stand among them. */
const charactersMax = 32 * 1024 * 1024;

const messagesMax = 20;

/** Answers are nested a few times. */
const depthMax = 8;

/** Where others than a `delta` hold a few letters more: completions, and Gemini's. */
const otherPieces = /^(\.choices\.\d+(#\d+)?|\.candidates\.\d+(#\d+)?\.content\.parts\.\d+)\.text$/;

/** Names by which some call their whole answer, in one event or in many. */
const answerNames = /^(answer|response|output_text|generated_text)$/;

/** Puts the words of a stream together, each text by its place in the events: an address may be cut anywhere. */
export function createDeltaWords(): DeltaWords {
  const texts = new Map<string, string>();
  let messages: string[] = [];
  let left = charactersMax;

  function keep(place: string, text: string): void {
    left -= text.length;
    if (left >= 0) texts.set(place, joinPieces(texts.get(place) ?? "", text));
  }

  function takeFrom(record: Record<string, unknown>, place: string, depth: number): void {
    const { index } = record;
    const own = typeof index === "number" ? `${place}#${index}` : place;
    for (const [name, value] of Object.entries(record)) {
      const at = `${own}.${name}`;
      if (readImageKey(name) === "other") continue;
      if (typeof value !== "string") visit(value, at, depth + 1);
      else if (name === "message") messages = [value, ...messages].slice(0, messagesMax);
      else if (isPiece(record, name, at)) {
        keep(at, value);
        record[name] = null;
      }
    }
  }

  function visit(value: unknown, place: string, depth: number): void {
    if (depth > depthMax || isExtractedImage(value)) return;
    if (isRecord(value)) takeFrom(value, place, depth);
    if (!Array.isArray(value)) return;
    // Gemini sends its events as one list, too.
    for (const [at, entry] of value.entries()) {
      if (typeof entry === "object")
        visit(entry, depth === 0 ? place : `${place}.${at}`, depth + 1);
    }
  }

  return {
    take: (json) => visit(json, "", 0),
    message: () => (texts.size > 0 ? toMessages([...texts.values()]) : null),
    asides: () => messages.map((message) => toMessages([message])),
  };
}

function toMessages(texts: readonly string[]): object {
  return { choices: texts.map((content) => ({ message: { content } })) };
}

/** A whole address, or a picture, that follows another text is no piece of it. */
function joinPieces(before: string, text: string): string {
  const isBegun = /^\s*(https?:\/\/|data:image\/|!\[)/i.test(text);
  return isBegun && /[^"'(<=]$/.test(before) ? `${before}\n${text}` : before + text;
}

function isPiece(record: Record<string, unknown>, name: string, place: string): boolean {
  // OpenAI's responses call by it the arguments of functions, too.
  if (name === "delta") return /text/i.test(String(record["type"]));
  if (otherPieces.test(place)) return record["thought"] !== true;
  if (answerNames.test(name)) return true;
  return /\.delta\./.test(place) && readImageKey(name) === "words";
}
