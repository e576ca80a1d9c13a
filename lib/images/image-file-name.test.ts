import * as fc from "fast-check";
import { expect, test } from "vitest";
import { imageFileName } from "#lib/images/image-file-name.ts";

const hash = "0123456789abcdef";
const nameOf = (prompt: string) => imageFileName({ prompt, hash, type: "image/png" });

test.each([
  ["a fox, asleep", "a-fox-asleep"],
  [`x${"𝐛".repeat(80)}`, `x${"𝐛".repeat(49)}`],
  [`a${"𠮷".repeat(30)}`, `a${"𠮷".repeat(30)}`],
  ["नमस्ते दुनिया", "नमस्ते-दुनिया"],
  ["แมวน้ำ", "แมวน้ำ"],
  ["قِطَّة", "قِطَّة"],
  ["می‌خواهم", "می‌خواهم"],
  ["👨‍👩‍👧‍👦 at the sea 🏖️", "👨‍👩‍👧‍👦-at-the-sea-🏖️"],
  ["e\u0301te\u0301", "été"],
  ["../../etc/passwd", "etc-passwd"],
  ["C:\\con\\nul.txt", "C-con-nul-txt"],
  ["a\u202Egnp.exe", "a-gnp-exe"],
  ["a\0b\r\nc\u0085d\u2028e", "a-b-c-d-e"],
  ["a\ud83d fox", "a-fox"],
  ["...", "picture"],
  ["\u0301\u0301", "picture"],
  ["", "picture"],
])("of the prompt %j the file's name keeps %j", (prompt, start) => {
  expect(nameOf(prompt)).toBe(`${start}-01234567.png`);
});

test("a name that Windows keeps for itself is never a file's whole name", () => {
  for (const reserved of ["CON", "nul", "COM1", "LPT¹", "aux."]) {
    expect(nameOf(reserved).split(".")[0]).toMatch(/-01234567$/);
  }
});

test("whatever the prompt is, the name is one that every system takes", () => {
  const unit = fc.oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 4 }),
    fc.string({ unit: "binary", minLength: 1, maxLength: 4 }),
    fc.constantFrom("\ud800", "\udc00", "\u200d", "\u0301".repeat(300), "𝐛".repeat(90), "\u202e"),
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 80 }), (units) => {
      const name = nameOf(units.join(""));
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
      expect(name.isWellFormed()).toBe(true);
      expect(name).toMatch(
        /^[^\p{Cc}\p{Zs}\p{Zl}\p{Zp}<>:"/\\|?*.\u202a-\u202e\u2066-\u2069]+\.png$/u,
      );
    }),
  );
});
