import { AnswerTooLargeError } from "../../body/answer-too-large-error.ts";
import { isRecord } from "../../document/is-record.ts";
import { digitsOf, isExtractedImage } from "../../extract/image-shelf.ts";
import { readImageKey } from "../../image/image-key.ts";
import type { ImageItem } from "../../image/image-response.ts";
import { isImage, isImageBase64 } from "../../image/image-signature.ts";
import { isWholeImage } from "../../image/is-whole-image.ts";

/** Pictures that a stream tells a piece at a time. */
export interface ImagePieces {
  /** Takes the pieces of one event out of its JSON, and tells whether there were any. Throws `AnswerTooLargeError`. */
  take(json: unknown, eventName: string | null): boolean;
  /** The pictures that are there to their end, for others have begun in their places. */
  ready(): ImageItem[];
  /** All others, when nothing more comes; where the stream broke off, not those of which it was in the middle. */
  rest(end?: { isBroken: boolean }): ImageItem[];
}

/** Answers are nested a few times. */
const depthMax = 8;

/** By names and kinds with such a word an event says that it holds a part of something. */
const tellsPiece =
  /delta|chunk|piece|segment|fragment|append|(^|[^a-z])(parts?|seq)($|[^a-z])|part_?(index|number|no)|sequence/i;

/** What stands on its way to the picture, whole. */
const isSketch = /partial|preview|intermediate/i;

/** One picture: its base64, as it came. */
interface Open {
  pieces: string[];
  isDecoded: boolean;
}

/** Puts them together, each by its place in the events: its base64 may be cut anywhere, or each piece be encoded by itself. */
export function createImagePieces({ charactersMax }: { charactersMax: number }): ImagePieces {
  const open = new Map<string, Open>();
  /** By the path without indexes: these may count pictures, or pieces. */
  const latest = new Map<string, string>();
  let done: Open[] = [];
  let left = charactersMax;

  function keep(image: Open, text: string): null {
    left -= text.length;
    if (left < 0) throw new AnswerTooLargeError("The pieces of a picture are too large.");
    image.pieces.push(text);
    return null;
  }

  function takeValue(value: unknown, { path, place }: Place): unknown {
    const text = readPiece(value);
    if (text === null) return value;
    if (isImageBase64(text)) {
      const before = open.get(place);
      if (before) done.push(before);
      const begun = { pieces: [], isDecoded: isExtractedImage(value) };
      open.set(place, begun);
      latest.set(path, place);
      return keep(begun, text);
    }
    const begun = open.get(place) ?? open.get(latest.get(path) ?? "");
    return begun ? keep(begun, text) : value;
  }

  function close(): ImageItem[] {
    const images = done;
    done = [];
    left += images.flatMap(({ pieces }) => pieces).reduce((sum, { length }) => sum + length, 0);
    return images.map(join);
  }

  return {
    take(json, eventName) {
      const before = left;
      const isTold = tellsPiece.test(eventName ?? "");
      replaceTold(json, { path: "", place: "", isTold, depth: 0 }, takeValue);
      return left < before;
    },
    ready: close,
    rest({ isBroken } = { isBroken: false }) {
      done.push(...[...open.values()].filter((image) => !isBroken || isThere(image)));
      open.clear();
      return close();
    },
  };
}

interface Place {
  path: string;
  place: string;
  /** Whether an event says that what stands there is a piece. */
  isTold: boolean;
  depth: number;
}

/** Puts another value in the place of each of JSON that it says to be a piece, or to hold some. */
function replaceTold(
  value: unknown,
  at: Place,
  replace: (value: unknown, at: Place) => unknown,
): void {
  if (at.depth > depthMax || isExtractedImage(value)) return;
  if (Array.isArray(value)) {
    for (const [number, entry] of value.entries()) {
      const place = `${at.place}.${number}`;
      replaceTold(entry, { ...at, place, depth: at.depth + 1 }, replace);
    }
  }
  if (!isRecord(value)) return;

  const says = Object.entries(value).map(wordOf).join(" ");
  if (isSketch.test(says) || value["thought"] === true) return;
  const isTold = at.isTold || tellsPiece.test(says);
  const own = typeof value["index"] === "number" ? `${at.place}#${value["index"]}` : at.place;
  for (const [name, inner] of Object.entries(value)) {
    if (readImageKey(name) === "other") continue;
    const path = `${at.path}.${name}`;
    const within = { path, place: `${own}.${name}`, isTold, depth: at.depth + 1 };
    if (isTold) value[name] = replace(inner, within);
    replaceTold(value[name], within, replace);
  }
}

function wordOf([name, value]: [string, unknown]): string {
  const isKind = /^(type|object|event|kind|status)$/.test(name) && typeof value === "string";
  return isKind ? value : name;
}

/** What a value holds of base64, without what stands before it in a `data:` URI; null for what is no piece. */
function readPiece(value: unknown): string | null {
  if (isExtractedImage(value)) return isWhole(value.bytes) ? null : digitsOf(value);
  if (typeof value !== "string") return null;
  const text = value.replace(/^\s*data:[^,]{0,256};\s*base64\s*,/i, "").trim();
  if (!/^[A-Za-z0-9+/_-]+=*$/.test(text)) return null;
  return isImageBase64(text) && isWhole(Buffer.from(text, "base64")) ? null : text;
}

/** Of some formats that is never known. */
function isWhole(bytes: Uint8Array | null): boolean {
  return bytes !== null && isImage(bytes) && isWholeImage(bytes) !== false;
}

function isThere(image: Open): boolean {
  return image.pieces.length === 1 || isWholeImage(decode(image)) === true;
}

function join(image: Open): ImageItem {
  const bytes = decode(image);
  return image.isDecoded
    ? { bytes, url: null, b64_json: null }
    : { url: null, b64_json: bytes.toString("base64") };
}

function decode({ pieces }: Open): Buffer {
  // Padding in the middle: behind it another encoding begins.
  const encodings = pieces.join("").match(/[^=]+=*/g) ?? [];
  return Buffer.concat(encodings.map((text) => Buffer.from(text, "base64")));
}
