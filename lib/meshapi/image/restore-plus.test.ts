import fc from "fast-check";
import { expect, test } from "vitest";
import { createBase64Decoder } from "#lib/meshapi/extract/base64-decoder.ts";
import { imageOf } from "#lib/meshapi/image/image-of.ts";

/** What the client's two readers make of it: of a text that is there, and of one that comes in pieces. */
function read(text: string, pieceCharacters: number): (Uint8Array | null)[] {
  const decoder = createBase64Decoder({ bytesMax: 10_000 });
  for (let at = 0; at < text.length; at += pieceCharacters) {
    decoder.add(text.slice(at, at + pieceCharacters));
  }
  const image = imageOf({ b64_json: text });
  return [image.type === "bytes" ? image.bytes : null, decoder.end()];
}

const spellings: [string, (base64: string) => string][] = [
  ["every + is a space", (base64) => base64.replaceAll("+", " ")],
  [
    "the same, in lines",
    (base64) => base64.replaceAll("+", " ").replaceAll(/.{76}(?=.)/g, "$&\r\n"),
  ],
  [
    "the same, and blanks around, where it is padded",
    (base64) => (base64.endsWith("=") ? ` ${base64.replaceAll("+", " ")} \n` : base64),
  ],
  ["its lines are joined by spaces", (base64) => base64.replaceAll(/.{76}/g, "$& ")],
  [
    "the first of them shorter",
    (base64) => `${base64.slice(0, 54)} ${base64.slice(54).replaceAll(/.{76}/g, "$& ")}`,
  ],
  ["its lines are indented", (base64) => base64.replaceAll(/.{64}/g, "$&\n    ")],
];

test.each(spellings)("a picture comes out of base64 in which %s", (name, spell) => {
  // Where the first "+" stands at the end of a line, nobody can tell what it was.
  const start = name.includes("in lines") ? "iVBORw0KGgo+/+/A" : "iVBORw0KGgoA";
  const bytes = fc.uint8Array({ minLength: 600, maxLength: 3_000 });
  const piece = fc.integer({ min: 1, max: 700 });

  fc.assert(
    fc.property(bytes, piece, (picture, pieceCharacters) => {
      const file = Buffer.concat([Buffer.from(start, "base64"), picture]);
      const [whole, pieces] = read(spell(file.toString("base64")), pieceCharacters);

      expect(whole).toEqual(file);
      expect(pieces).toEqual(file);
    }),
    // The same texts each time: in one of thousands the spaces happen to stand as those between lines do, and nobody can tell.
    { numRuns: 100, endOnFailure: true, seed: 26 },
  );
});
