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

test.each(["'", "\0", ";", ", and words", "]", "<EOF>", "==CC"])(
  "all of a picture ends at what is no digit: %j",
  (rest) => {
    const bytes = Buffer.from("GIF89a\x01\0\x01\0\0\0\0\0\0\0;", "latin1");
    const text = bytes.toString("base64") + rest;

    for (let cut = 0; cut <= text.length; cut += 1) expect(decode(text, cut)).toEqual(bytes);
    expect(imageOf({ b64_json: text })).toMatchObject({ type: "bytes" });
    expect(decode(`${bytes.subarray(0, -1).toString("base64")}${rest}`, 4)).toBeNull();
  },
);
