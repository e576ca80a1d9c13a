import type { ImageItem } from "./image-response.ts";
import { isBase64 } from "./is-base64.ts";
import type { PictureKey } from "./picture-key.ts";
import { isPictureBase64 } from "./picture-signature.ts";
import { namesPicture, readAddress } from "./read-address.ts";

/** Where a picture may stand in an item, or that one is there which cannot be read. */
export type PictureText = Pick<ImageItem, "url" | "b64_json"> | "unreadable" | null;

/** A shorter word may be base64 by chance: "done". */
const longCharactersMin = 64;

/**
 * Tells what a text of an answer is, by itself and by the name of its field: base64 and addresses are found in each
 * other's places. Null for what is no picture.
 */
export function readPictureText(
  text: string,
  { key, name, requestUrl }: { key: PictureKey; name: string; requestUrl: string },
): PictureText {
  const start = text.slice(0, 300).trimStart();
  if (key === "other" || start === "") return null;
  if (/^data:/i.test(start)) return readDataUri(text.trim());
  if (isPictureBase64(start)) return isBase64(text) ? { b64_json: text } : "unreadable";

  const address = readAddress(text, requestUrl);
  const isCertain = key === "base64" || key === "picture";
  if (address) return isCertain || namesPicture(address) ? { url: address } : null;
  if (!isCertain) return null;

  // Of the standard's own field everything is a picture.
  const isLong = text.length >= longCharactersMin;
  const isBase64Field = name === "b64_json" || (key === "base64" && isLong);
  if (isBase64Field || (isLong && isBase64(text))) {
    return isBase64(text) ? { b64_json: text } : "unreadable";
  }
  return /^[a-z][a-z\d+.-]*:\/\//i.test(start) ? "unreadable" : null;
}

function readDataUri(uri: string): PictureText {
  if (/^data:(text|audio|video)\//i.test(uri)) return null;
  return /^data:image\/svg/i.test(uri) ? "unreadable" : { url: uri };
}
