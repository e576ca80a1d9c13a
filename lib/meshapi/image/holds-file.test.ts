import { describe, expect, test } from "vitest";
import { holdsFile } from "#lib/meshapi/image/holds-file.ts";

const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const files = {
  "a picture": png,
  "the first bytes of one": png.subarray(0, 8),
  "a page": Buffer.from("<!doctype html><p>Sorry</p>"),
  "an SVG behind a byte order mark": Buffer.from("\uFEFF<svg>"),
  "a PDF": Buffer.from("%PDF-1.7 and more of it"),
  "a film": Buffer.from("0000001c6674797069736f6d", "hex"),
  JSON: Buffer.from('{"error":"none"}'),
  "a picture that was encoded already": Buffer.from(png.toString("base64")),
};
const words = ["a".repeat(640), "NoPictureForYouToday".repeat(40), "QUJD", "", "0".repeat(64)];

describe("what is decoded is a file that was meant to be a picture, or a text without spaces", () => {
  test.each(Object.entries(files))("%s is one", (_, bytes) => {
    const base64 = bytes.toString("base64");
    for (const item of [
      { bytes, url: null, b64_json: null },
      { url: null, b64_json: base64 },
      { url: null, b64_json: ` ${base64}\n` },
      { url: base64, b64_json: null },
      { url: `data:image/png;base64,${base64}`, b64_json: null },
    ]) {
      expect(holdsFile(item)).toBe(true);
    }
  });

  test.each(words)("%j is none", (text) => {
    for (const item of [
      { bytes: Buffer.from(text, "base64"), url: null, b64_json: null },
      { url: null, b64_json: text },
      { url: `data:image/png;base64,${text}`, b64_json: null },
    ]) {
      expect(holdsFile(item)).toBe(false);
    }
  });

  test("an address may lead to one, whatever stands beside it", () => {
    expect(holdsFile({ url: " https://cdn.example/1", b64_json: "QUJD" })).toBe(true);
  });
});
