import { isExtractedImage } from "../../extract/image-shelf.ts";
import { readImageKey } from "../../image/image-key.ts";

/** The words of a chat, told a few letters at a time. */
export interface DeltaWords {
  /** Takes the words of one event out of its JSON. */
  take(json: unknown): void;
  /** All of them, as messages that were not streamed; null where there were none. */
  message(): object | null;
}

/** A picture in base64 may stand among them. */
const charactersMax = 32 * 1024 * 1024;

/** Answers are nested a few times. */
const depthMax = 8;

/** Where others than a `delta` hold a few letters more: completions, and Gemini's. */
const otherPieces = /^(\.choices\.\d+(#\d+)?|\.candidates\.\d+(#\d+)?\.content\.parts\.\d+)\.text$/;

/** Puts the words of a stream together, each text by its place in the events: an address may be cut anywhere. */
export function createDeltaWords(): DeltaWords {
  const texts = new Map<string, string>();
  let left = charactersMax;

  function keep(place: string, text: string): void {
    left -= text.length;
    if (left >= 0) texts.set(place, (texts.get(place) ?? "") + text);
  }

  function takeFrom(record: Record<string, unknown>, place: string, depth: number): void {
    const { index } = record;
    const own = typeof index === "number" ? `${place}#${index}` : place;
    for (const [name, value] of Object.entries(record)) {
      const at = `${own}.${name}`;
      if (typeof value !== "string") visit(value, at, depth + 1);
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
    message() {
      const choices = [...texts.values()].map((content) => ({ message: { content } }));
      return choices.length > 0 ? { choices } : null;
    },
  };
}

function isPiece(record: Record<string, unknown>, name: string, place: string): boolean {
  // OpenAI's responses call by it the arguments of functions, too.
  if (name === "delta") return /text/i.test(String(record["type"]));
  if (otherPieces.test(place)) return record["thought"] !== true;
  return /\.delta\./.test(place) && readImageKey(name) === "words";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
