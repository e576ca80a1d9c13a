import { createGrowingBytes } from "./growing-bytes.ts";

/** Decodes base64 that comes in pieces, so that a picture's text and its bytes are never held together. */
export interface Base64Decoder {
  add(text: string): void;
  /** The bytes; null when it was not valid base64, or none at all. */
  end(): Uint8Array | null;
}

/**
 * A decoder for one picture of at most `bytesMax` bytes. It takes what `Buffer` takes, both alphabets and missing padding
 * too, and drops white space; anything else makes it invalid.
 */
export function createBase64Decoder({ bytesMax }: { bytesMax: number }): Base64Decoder {
  const decoded = createGrowingBytes({ bytesMax });
  let rest = "";
  let padding = 0;
  let isValid = true;

  const decode = (digits: string) => {
    const bytes = Math.floor((digits.length * 3) / 4);
    // Buffer skips what it cannot read: a wrong length is how that shows.
    if (decoded.grow(bytes).write(digits, "base64") !== bytes) isValid = false;
  };

  return {
    add(text) {
      const compact = /\s/.test(text) ? text.replaceAll(/\s+/g, "") : text;
      const digits = compact.endsWith("=") ? compact.replace(/=+$/, "") : compact;
      if (padding > 0 && digits !== "") isValid = false;
      padding += compact.length - digits.length;
      if (!isValid) return;

      const all = rest + digits;
      const whole = all.length - (all.length % 4);
      rest = all.slice(whole);
      decode(all.slice(0, whole));
    },
    end() {
      if (rest.length === 1 || padding > 2) isValid = false;
      if (isValid) decode(rest);
      const bytes = decoded.end();
      return isValid && bytes.length > 0 ? bytes : null;
    },
  };
}
