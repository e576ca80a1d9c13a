import { createGrowingBytes } from "../body/growing-bytes.ts";
import { cutBase64Blank } from "../image/base64-blanks.ts";
import { withoutBlanks, withoutPercent } from "../image/is-base64.ts";
import { isWholeImage } from "../image/is-whole-image.ts";
import { createPlusRestorer } from "../image/restore-plus.ts";

/** Decodes base64 that comes in pieces, so that a picture's text and its bytes are never held together. */
export interface Base64Decoder {
  add(text: string): void;
  /** The bytes; null when it was not valid base64, or none at all. */
  end(): Uint8Array | null;
  /** The same as base64, once it has ended: a piece of a picture, which may be cut within a group of four. */
  digits(): string | null;
}

/**
 * A decoder for one picture of at most `bytesMax` bytes. It takes what `Buffer` takes, both alphabets and missing padding
 * too, and drops white space; percent-encoded it may be, as in a URI. It ends at anything else, and is invalid then unless
 * it is all of a picture: some leave a quote, a NUL or a comma behind it.
 */
export function createBase64Decoder({ bytesMax }: { bytesMax: number }): Base64Decoder {
  const decoded = createGrowingBytes({ bytesMax });
  const restorePlus = createPlusRestorer();
  let rest = "";
  let cut = "";
  let padding = 0;
  let isValid = false;
  let isOver = false;
  let bytes: Uint8Array = new Uint8Array();
  /** How many of them are of whole groups. */
  let groups = 0;

  const decode = (digits: string) => {
    decoded.grow(Math.floor((digits.length * 3) / 4)).write(digits, "base64");
  };

  const read = (text: string, isEnd: boolean) => {
    if (isOver) return;
    let whole = cut + restorePlus(text, isEnd);
    const last = whole.slice(-2);
    cut = /%[\da-f]?$/i.exec(last)?.[0] ?? cutBase64Blank.exec(last)?.[0] ?? "";
    if (cut) whole = whole.slice(0, -cut.length);
    const compact = withoutBlanks(withoutPercent(whole));
    const [digits = "", signs = ""] = /^([A-Za-z0-9+/_-]*)(=*)/.exec(compact)?.slice(1) ?? [];
    isOver = digits.length + signs.length < compact.length || (padding > 0 && digits !== "");
    if (padding > 0 && digits !== "") return;
    padding += signs.length;

    const all = rest + digits;
    const length = all.length - (all.length % 4);
    rest = all.slice(length);
    decode(all.slice(0, length));
  };

  return {
    add: (text) => read(text, false),
    end() {
      read("", true);
      groups = decoded.soFar().length;
      if (rest.length > 1) decode(rest);
      bytes = decoded.end();
      isValid = isOver ? isWholeImage(bytes) === true : cut === "";
      return isValid && (isOver || rest.length !== 1) && bytes.length > 0 ? bytes : null;
    },
    digits() {
      if (!isValid || bytes.length + rest.length === 0) return null;
      const whole = Buffer.from(padding > 0 ? bytes : bytes.subarray(0, groups));
      return whole.toString("base64") + (padding > 0 ? "" : rest);
    },
  };
}
