import { createGrowingBytes } from "../body/growing-bytes.ts";
import { cutBase64Blank } from "../image/base64-blanks.ts";
import { withoutBlanks, withoutPercent } from "../image/is-base64.ts";
import { createPlusRestorer } from "../image/restore-plus.ts";

/** Decodes base64 that comes in pieces, so that a picture's text and its bytes are never held together. */
export interface Base64Decoder {
  add(text: string): void;
  /** The bytes; null when it was not valid base64, or none at all. */
  end(): Uint8Array | null;
}

/**
 * A decoder for one picture of at most `bytesMax` bytes. It takes what `Buffer` takes, both alphabets and missing padding
 * too, and drops white space; percent-encoded it may be, as in a URI. Anything else makes it invalid.
 */
export function createBase64Decoder({ bytesMax }: { bytesMax: number }): Base64Decoder {
  const decoded = createGrowingBytes({ bytesMax });
  const restorePlus = createPlusRestorer();
  let rest = "";
  let cut = "";
  let padding = 0;
  let isValid = true;

  const decode = (digits: string) => {
    const bytes = Math.floor((digits.length * 3) / 4);
    // Buffer skips what it cannot read: a wrong length is how that shows.
    if (decoded.grow(bytes).write(digits, "base64") !== bytes) isValid = false;
  };

  const read = (text: string, isEnd: boolean) => {
    let whole = cut + restorePlus(text, isEnd);
    const last = whole.slice(-2);
    cut = /%[\da-f]?$/i.exec(last)?.[0] ?? cutBase64Blank.exec(last)?.[0] ?? "";
    if (cut) whole = whole.slice(0, -cut.length);
    const compact = withoutBlanks(withoutPercent(whole));
    const digits = compact.endsWith("=") ? compact.replace(/=+$/, "") : compact;
    if (padding > 0 && digits !== "") isValid = false;
    padding += compact.length - digits.length;
    if (!isValid) return;

    const all = rest + digits;
    const length = all.length - (all.length % 4);
    rest = all.slice(length);
    decode(all.slice(0, length));
  };

  return {
    add: (text) => read(text, false),
    end() {
      read("", true);
      if (rest.length === 1 || cut) isValid = false;
      if (isValid) decode(rest);
      const bytes = decoded.end();
      return isValid && bytes.length > 0 ? bytes : null;
    },
  };
}
