import { AnswerTooLargeError } from "../body/answer-too-large-error.ts";
import type { Base64Decoder } from "./base64-decoder.ts";

/** A picture that was decoded while it arrived; null when it was not valid base64. */
export interface ExtractedImage {
  readonly bytes: Uint8Array | null;
}

/** Tells them from what the JSON of an answer may hold itself. */
const extracted = new WeakMap<object, () => string | null>();

/** Whether a value of parsed JSON is a picture that was lifted out of it. */
export function isExtractedImage(value: unknown): value is ExtractedImage {
  return typeof value === "object" && value !== null && extracted.has(value);
}

/** What was decoded, as base64 again; null when it was not valid. */
export function digitsOf(image: ExtractedImage): string | null {
  return extracted.get(image)?.() ?? null;
}

/** Where the pictures of an answer stand until the JSON around them is parsed. */
export interface ImageShelf {
  /** Counts base64 that came. Throws `AnswerTooLargeError` when more is held than is allowed. */
  hold(characters: number): void;
  /** Counts it off again: it was no picture after all. */
  release(characters: number): void;
  /** Keeps a picture that was read to its end, or a text with one in it, and gives the word that stands for it in the JSON. */
  put(image: Base64Decoder | string, characters: number): string;
  /** Gives what a word stands for, once, and lets go of it; undefined for any other word. */
  take(word: string): ExtractedImage | string | undefined;
}

/** An empty shelf that holds so much, in characters of base64. */
export function createImageShelf({ charactersMax }: { charactersMax: number }): ImageShelf {
  const images = new Map<string, { image: ExtractedImage | string; characters: number }>();
  // An answer that writes such a word itself must not get another picture by it.
  const prefix = `picture ${crypto.randomUUID()} `;
  let count = 0;
  let held = 0;

  return {
    hold(characters) {
      held += characters;
      if (held > charactersMax) {
        throw new AnswerTooLargeError(`The pictures are larger than ${charactersMax} characters.`);
      }
    },
    release(characters) {
      held -= characters;
    },
    put(read, characters) {
      count += 1;
      const word = `${prefix}${count}`;
      images.set(word, { image: typeof read === "string" ? read : toImage(read), characters });
      return word;
    },
    take(word) {
      const found = images.get(word);
      images.delete(word);
      held -= found?.characters ?? 0;
      return found?.image;
    },
  };
}

function toImage(decoder: Base64Decoder): ExtractedImage {
  const bytes = decoder.end();
  // Whoever walks over the JSON around it would else walk over each of its bytes as well.
  const image = Object.defineProperty({ bytes }, "bytes", { enumerable: false });
  extracted.set(image, decoder.digits);
  return image;
}
