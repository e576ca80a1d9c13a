import { expect, test } from "vitest";
import { createBase64Decoder } from "#lib/meshapi/extract/base64-decoder.ts";
import { imageOf } from "#lib/meshapi/image/image-of.ts";

/** The bytes of a text that comes in two pieces, cut here. */
function decode(text: string, cut: number): Uint8Array | null {
  const decoder = createBase64Decoder({ bytesMax: 100 });
  decoder.add(text.slice(0, cut));
  decoder.add(text.slice(cut));
  return decoder.end();
}

test("a slash that was escaped twice is one", () => {
  expect(decode("QUJ\\/RA==", 4)).toEqual(decode("QUJ/RA==", 4));
});

test.each([
  "QUJDRA==",
  "QUJDRA=",
  "QUJDRA",
  "QUJD RA\n==",
  "QU=JD",
  "QUJDRA==QUJD",
  "QUJDRA===",
  "QUJD\\nRA==",
  "QUJ\\/RA==",
  "QU\u200bJDRA==",
  "\ufeffQUJDRA==",
  "QUJDR",
  "QU!JD",
  "====",
  "",
])("%j is the same, wherever it is cut", (text) => {
  const whole = imageOf({ b64_json: text });

  for (let cut = 0; cut <= text.length; cut += 1) {
    expect(decode(text, cut)).toEqual(whole.type === "bytes" ? whole.bytes : null);
  }
});
