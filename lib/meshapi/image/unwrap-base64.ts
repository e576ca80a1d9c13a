import { imageBase64In } from "./image-signature.ts";
import { base64Digits } from "./is-base64.ts";
import { isWholeImage } from "./is-whole-image.ts";

/** What stands before it, as `base64:`, `b'` or `[`, is no longer, and words of people may be. */
const startMax = 88;

/**
 * The base64 of a picture that stands in something else, as Python's `b'…'`, a list, or before a NUL: from its first digit to
 * what is none. Null where that is no picture to its end.
 */
export function unwrapBase64(text: string): string | null {
  const from = imageBase64In(text.slice(0, startMax));
  if (from < 0) return null;

  const [digits = ""] = /^[A-Za-z0-9+/_-]+=*/.exec(base64Digits(text.slice(from))) ?? [];
  return isWholeImage(Buffer.from(digits, "base64")) ? digits : null;
}
