import { readImageKey } from "../image/image-key.ts";
import { imageBase64In, isImageBase64 } from "../image/image-signature.ts";

/** What stands before the comma of a `data:` URI; a longer one is none. */
const dataPrefixMax = 256;

/** With so many characters of the alphabet it is no word, and no address. A shorter picture may stay as it is. */
const alphabetMin = 256;

/** What some put before it: Python's spelling of bytes and of a list, what is left of a `data:` URI. */
const wrapping = /^(\[|\(|b?'|base64[:,]|image\/[\w.+-]{1,20}[;:,])+\s?/i;

/** Longer than the start of any picture in base64, with a few line breaks before it. */
const signatureMax = 32;

/**
 * Tells by the start of a string of JSON, its escapes not yet read, whether a picture begins in it: by its first bytes,
 * as a `data:` URI of base64, or, in a field of pictures, by its alphabet.
 */
export function whereBase64Begins(name: string, start: string): number | "nowhere" | "undecided" {
  const [written = ""] = start.split(/["\r\n]/, 1);
  const isOver = written.length < start.length;
  const text = written.replaceAll("\\/", "/").replace(/^(\s|\\[nrt])+/, "");

  if (/^data:/i.test(text)) return afterComma(written, isOver);
  if (isImageBase64(text)) return 0;
  const [before = ""] = wrapping.exec(text) ?? [];
  if (before !== "")
    return behindWrapping(written, { isOver, enough: before.length + signatureMax });
  const key = readImageKey(name);
  const isField = key === "base64" || key === "picture";
  const enough = isField ? alphabetMin : signatureMax;
  if (!isAlphabet(text)) return "nowhere";
  if (written.length < enough) return isOver ? "nowhere" : "undecided";
  return isField ? 0 : "nowhere";
}

function behindWrapping(
  written: string,
  { isOver, enough }: { isOver: boolean; enough: number },
): number | "nowhere" | "undecided" {
  const begin = imageBase64In(written);
  if (begin >= 0 && begin <= enough) return begin;
  return isOver || written.length > enough ? "nowhere" : "undecided";
}

function afterComma(written: string, isOver: boolean): number | "nowhere" | "undecided" {
  const comma = written.indexOf(",");
  if (comma < 0) return isOver || written.length > dataPrefixMax ? "nowhere" : "undecided";
  const rest = written.slice(comma + 1);
  // Some put it before one that was there already.
  if (/^data:/i.test(rest)) {
    const begin = afterComma(rest, isOver);
    return typeof begin === "number" ? comma + 1 + begin : begin;
  }
  if (!isOver && rest.length < 5 && "data:".startsWith(rest.toLowerCase())) return "undecided";
  const wrapped = wrapping.exec(rest)?.[0] ?? "";
  if (!isOver && rest.length < wrapped.length + signatureMax && /^[b[('i]/i.test(rest))
    return "undecided";
  if (/;\s*base64\s*$/i.test(written.slice(0, comma))) {
    return comma + 1 + (isImageBase64(rest.slice(wrapped.length)) ? wrapped.length : 0);
  }

  const payload = written.slice(comma + 1).replaceAll("\\/", "/");
  if (isImageBase64(payload)) return comma + 1;
  return isOver || payload.length > signatureMax ? "nowhere" : "undecided";
}

/** Whether all of it may be base64, in the spelling of JSON, though an escape is cut in two at its end. */
function isAlphabet(text: string): boolean {
  return /^([A-Za-z0-9+/_=\-\s]|\\[/nrt]|\\u00[\da-f]{2}|%(2B|2F|3D))*(\\(u[\da-f]{0,3})?|%[23]?)?$/i.test(
    text,
  );
}
