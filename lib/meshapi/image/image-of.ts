import type { ImageItem } from "./image-response.ts";
import { isImage, isImageBase64 } from "./image-signature.ts";
import { base64Digits, isBase64 } from "./is-base64.ts";
import { unwrapBase64 } from "./unwrap-base64.ts";

/** A picture's bytes, the address at which they can be fetched for a while, or neither. */
export type Image =
  | { type: "bytes"; bytes: Uint8Array }
  | { type: "url"; url: string }
  | { type: "unreadable"; reason: string };

/**
 * Tells the ways in which a picture comes apart, and decodes base64 here and not before, since it is most of an answer's
 * memory, unless the client has decoded it already. Of an item that has it in two ways, the bytes of a picture come first.
 */
export function imageOf({
  url,
  b64_json,
  bytes,
}: Pick<ImageItem, "url" | "b64_json" | "bytes">): Image {
  const texts = [b64_json, url].filter((text) => text !== null && text !== undefined);
  const decoded = [bytes ?? null, ...texts.map(decodeText)]
    .filter((inline) => inline !== null)
    .map(decodeAgain);
  const address = texts.map((text) => text.trim()).find((text) => /^https?:\/\//i.test(text));
  // Some put a word in the place of base64, which is base64 as well.
  const inline = decoded.find(isImage) ?? (address ? undefined : decoded[0]);
  if (inline) return { type: "bytes", bytes: inline };
  if (address) return { type: "url", url: address };

  return {
    type: "unreadable",
    reason: "It is neither valid base64, nor a data: URI, nor an http(s) address.",
  };
}

/** Some encode what was encoded already. */
function decodeAgain(bytes: Uint8Array): Uint8Array {
  const { buffer, byteOffset, length } = bytes;
  const start = Buffer.from(buffer, byteOffset, Math.min(length, 64)).toString("latin1");
  if (!isImageBase64(start) && !/^data:image\/[\w.+-]+;base64,/i.test(start)) return bytes;
  return decodeText(Buffer.from(buffer, byteOffset, length).toString("latin1")) ?? bytes;
}

function decodeText(text: string): Uint8Array | null {
  if (/^\s*data:/i.test(text)) return decodeDataUri(text.trim());
  return decodeBase64(text);
}

function decodeBase64(text: string): Uint8Array | null {
  const digits = isBase64(text) ? base64Digits(text) : unwrapBase64(text);
  return digits === null ? null : Buffer.from(digits, "base64");
}

function decodeDataUri(uri: string): Uint8Array | null {
  const comma = uri.indexOf(",");
  if (comma < 0) return null;
  const payload = uri.slice(comma + 1);
  // Some put it before one that was there already.
  if (/^data:[\w/+.-]*;/i.test(payload)) return decodeDataUri(payload);
  const isNamed = /;\s*base64\s*$/i.test(uri.slice(0, comma));

  // Base64 may be percent-encoded too, and may not be called by its name.
  const digits = /%(2B|2F|3D|0A|0D|20)/i.test(payload)
    ? unescapePercent(payload).toString("latin1")
    : payload;
  if (isNamed || isImageBase64(digits)) return decodeBase64(digits);
  const bytes = unescapePercent(payload);
  return isImage(bytes) ? bytes : null;
}

function unescapePercent(text: string): Buffer {
  const bytes = Buffer.from(text);
  let length = 0;

  for (let at = 0; at < bytes.length; at += 1) {
    const code = bytes[at] === 0x25 ? bytes.toString("latin1", at + 1, at + 3) : "";
    const isEscape = /^[\da-f]{2}$/i.test(code);
    bytes[length] = isEscape ? Number.parseInt(code, 16) : (bytes[at] ?? 0);
    length += 1;
    if (isEscape) at += 2;
  }
  return bytes.subarray(0, length);
}
