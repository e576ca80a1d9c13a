import { holdsFile } from "../image/holds-file.ts";
import type { ImageKey } from "../image/image-key.ts";
import type { ImageItem } from "../image/image-response.ts";
import { isImageBase64 } from "../image/image-signature.ts";
import { isBase64 } from "../image/is-base64.ts";
import { namesImage } from "../image/names-image.ts";
import { unwrapBase64 } from "../image/unwrap-base64.ts";
import { readAddress } from "./read-address.ts";

/** Where a picture may stand in an item, or that one is there which cannot be read. */
export type ImageText = Pick<ImageItem, "url" | "b64_json"> | "unreadable" | null;

/** A shorter word may be base64 by chance: "done". */
const longCharactersMin = 64;

/**
 * Tells what a text of an answer is, by itself and by the name of its field: base64 and addresses are found in each
 * other's places. Null for what is no picture.
 */
export function readImageText(
  text: string,
  { key, name, requestUrl }: { key: ImageKey; name: string; requestUrl: string },
): ImageText {
  const inside = /^\s*(["'])([\w+/].*)\1\s*$/s.exec(text)?.[2];
  if (inside !== undefined) return readImageText(inside, { key, name, requestUrl });
  if (/^\s*(https?|data)%3A/i.test(text)) {
    const decoded = decodeUri(text.trim());
    return decoded === null ? null : readImageText(decoded, { key, name, requestUrl });
  }
  const start = text.slice(0, 300).replace(/^[\s\u200b-\u200d\u2060\ufeff]+/, "");
  if (key === "other" || start === "") return null;
  if (/^data:/i.test(start)) {
    const found = readDataUri(text.trim());
    // Words may stand behind it.
    const isAlone = key !== "words" || found === null || found === "unreadable" || holdsFile(found);
    return isAlone ? found : null;
  }
  // A `data:` URI that lost its beginning, and Python's spelling of bytes.
  if (/^(image\/[\w.+-]+;\s*)?base64,/i.test(start)) return readDataUri(dataUriOf(text.trim()));
  if (/^b(['"])[\w+/-]/.test(start) && isBase64(text.trim().slice(2, -1))) {
    return { b64_json: text.trim().slice(2, -1) };
  }
  if (isImageBase64(start) && isBase64(text)) return { b64_json: text };
  const unwrapped = unwrapBase64(text);
  if (unwrapped !== null) return { b64_json: unwrapped };
  if (isImageBase64(start)) return "unreadable";

  // JPEG XL without its boxes begins as an address on the server does.
  if (/^\/w[o-r]/.test(start) && text.length >= longCharactersMin && isBase64(text)) {
    return { b64_json: text };
  }

  const address = readAddress(text, requestUrl);
  const isCertain = key === "base64" || key === "picture";
  if (address) return isCertain || namesImage(address) ? { url: address } : null;
  if (!isCertain) return null;
  if (/ur[il]s?$/i.test(name) && relativePath.test(start))
    return { url: resolve(start, requestUrl) };

  // Of the standard's own field everything is a picture.
  const isLong = text.length >= longCharactersMin;
  const isBase64Field = name === "b64_json" || (key === "base64" && isLong);
  if (isBase64Field || (isLong && isBase64(text))) {
    return isBase64(text) ? { b64_json: text } : "unreadable";
  }
  return /^[a-z][a-z\d+.-]*:\/\//i.test(start) ? "unreadable" : null;
}

/** What is called an address, is short, and has a slash in it. */
const relativePath = /^[\w-]{2,}(\/[\w.~%-]{2,}){1,8}$/;

function resolve(path: string, requestUrl: string): string {
  return new URL(path.trim(), requestUrl).href;
}

/** Null for what is not all percent-encoded. */
function decodeUri(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function dataUriOf(text: string): string {
  return /^base64/i.test(text) ? `data:;${text}` : `data:${text}`;
}

function readDataUri(uri: string): ImageText {
  if (/^data:(text|audio|video)\//i.test(uri)) return null;
  return /^data:image\/svg/i.test(uri) ? "unreadable" : { url: uri };
}
