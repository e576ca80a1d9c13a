import { rgbaToThumbHash } from "thumbhash";
import { expect, test } from "vitest";
import { fieldColours } from "#components/queue/progress/field-colours.ts";

test("the four quarters of a picture give their colours, near enough", () => {
  const size = 32;
  const quarters = [
    [220, 40, 40],
    [40, 200, 60],
    [40, 60, 220],
    [230, 220, 60],
  ];
  const pixels = Array.from({ length: size * size }, (_, at) => {
    const isRight = at % size >= size / 2;
    const isLower = Math.floor(at / size) >= size / 2;
    return [...(quarters[(isLower ? 2 : 0) + (isRight ? 1 : 0)] ?? []), 255];
  }).flat();
  const hash = Buffer.from(rgbaToThumbHash(size, size, pixels)).toString("base64");
  const [a, b, c, d] = fieldColours(hash).map((colour) =>
    [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16)),
  );

  expect(a?.[0]).toBeGreaterThan(a?.[2] ?? 255);
  expect(b?.[1]).toBeGreaterThan(b?.[0] ?? 255);
  expect(c?.[2]).toBeGreaterThan(c?.[1] ?? 255);
  expect(d?.[2]).toBeLessThan(d?.[1] ?? 0);
});

test("without a picture there are colours all the same", () => {
  expect(fieldColours(null)).toEqual(fieldColours(""));
  expect(new Set(fieldColours(null)).size).toBe(4);
});
