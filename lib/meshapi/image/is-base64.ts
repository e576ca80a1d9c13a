import { base64Blanks } from "./base64-blanks.ts";
import { restorePlus } from "./restore-plus.ts";

/** Whether text is base64: in both alphabets, with what means nothing, with or without padding. */
export function isBase64(text: string): boolean {
  const digits = base64Digits(text).replace(/=+$/, "");
  return /^[A-Za-z0-9+/_-]+$/.test(digits) && digits.length % 4 !== 1;
}

/** The text without what means nothing in base64, and with the "+" that became spaces. */
export function base64Digits(text: string): string {
  return withoutBlanks(withoutPercent(restorePlus(text)));
}

/** Base64 as it was before it was percent-encoded for an address. */
export function withoutPercent(text: string): string {
  return text.includes("%") ? text.replaceAll(/%(2B|2F|3D|0A|0D|20)/gi, decodeURIComponent) : text;
}

/** The text without what means nothing in base64. */
export function withoutBlanks(text: string): string {
  return /[^A-Za-z0-9+/_=-]/.test(text) ? text.replaceAll(base64Blanks, "") : text;
}
