import { imageOf } from "./image-of.ts";
import type { ImageItem } from "./image-response.ts";
import { isImage, isImageBase64 } from "./image-signature.ts";
import { base64Digits } from "./is-base64.ts";

/**
 * Whether an item is an address, or its bytes begin as a file does that was meant to be a picture: that of one, a page or
 * an SVG, a PDF. Of any word, and of any long text without a space, base64 makes bytes as well.
 */
export function holdsFile({ url, b64_json, bytes }: ImageItem): boolean {
  if (bytes) return isFile(bytes);

  return [b64_json, url].some((text) => {
    if (!text) return false;
    const isEncoded = !/^\s*(data:|https?:\/\/)/i.test(text);
    if (isEncoded) return isFile(Buffer.from(base64Digits(text.slice(0, 400)), "base64"));
    const image = imageOf({ url: text });
    return image.type === "url" || (image.type === "bytes" && isFile(image.bytes));
  });
}

/** Other files by which people are told what came: packed ones, films, PDF, PostScript, Photoshop, further kinds of pictures. */
const otherFiles =
  /^(504b0304|1f8b08|.{8}66747970|1a45dfa3|2550444|2521505|38425053|ff0a|ff4fff51|762f3101|233f5241|44445320|716f6966|00000100|49492b00|4d4d002b)/;
/** Pages and SVG, JSON, portable bitmaps, and a picture that was encoded twice. */
const texts = /^\uFEFF?\s*(<[a-z!?]|[{[]\s*["{[\d]|P[1-7]\s+(#|\d)|data:image\/)/i;

function isFile(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 64));
  if (isImage(start) || otherFiles.test(start.toString("hex"))) return true;

  const text = start.toString();
  return texts.test(text) || isImageBase64(text.trimStart());
}
