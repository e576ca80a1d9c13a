import { withoutBlanks } from "#lib/meshapi/answer/tell-form.ts";
import { findImages } from "#lib/meshapi/document/find-images.ts";
import { imageOf } from "#lib/meshapi/image/image-of.ts";
import { isImage, isImageBase64 } from "#lib/meshapi/image/image-signature.ts";
import { redact, redactBytes } from "#lib/meshapi/secret/redact.ts";

/** What stands at a picture's address; `words` is what a server says in place of it. */
export type Fetched = { type: "bytes"; bytes: Uint8Array } | { type: "words"; words: string };

/** A picture of 50 MB in base64, and no more. */
const textBytesMax = 70 * 1024 * 1024;
const wordsMax = 200;

/**
 * Tells the bytes of a picture from a text that holds one, in base64 or in JSON, and from the words of a server that has
 * none, or none yet: nothing at all, JSON, or a store's XML. What is neither is left as it is.
 */
export function readFetched(
  bytes: Uint8Array,
  address: string,
  secrets: readonly string[] = [],
): Fetched {
  if (bytes.length === 0) return { type: "words", words: "" };
  const rest = withoutBlanks(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  if (isImage(rest)) return { type: "bytes", bytes: rest };
  const start = rest.toString("latin1", 0, 300);
  const isWords = /^(\{|\[|<\?xml|<error)/i.test(start);
  const isText = isWords || /^data:image\//i.test(start) || isImageBase64(start);
  if (!isText || bytes.length > textBytesMax) {
    return { type: "bytes", bytes: redactBytes(bytes, secrets) };
  }

  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString();
  const [item] = findImages(text, { requestUrl: address }).items;
  const image = item ? imageOf(item) : null;
  if (image?.type === "bytes") return image;
  return isWords
    ? { type: "words", words: shorten(redact(text, secrets)) }
    : { type: "bytes", bytes: redactBytes(bytes, secrets) };
}

function shorten(text: string): string {
  const words = text.replaceAll(/\s+/g, " ").trim();
  return words.length > wordsMax ? `${words.slice(0, wordsMax).toWellFormed()}…` : words;
}
