import { expect, test } from "vitest";
import { ratioOf } from "#components/studio/parameters/size/ratio-of.ts";
import { shapesOf, sizeOfShape } from "#components/studio/parameters/size/shapes.ts";

test.each([
  ["1024x1024", "1:1"],
  ["1536x1024", "3:2"],
  ["1920x1088", "16:9"],
  ["1024x1792", "4:7"],
  ["1792x768", "21:9"],
  ["3840x2160", "16:9"],
  ["1000x333", "3:1"],
  ["1001x700", "1.43:1"],
  ["4096x64", "64:1"],
])("%s has the shape %s", (size, ratio) => {
  expect(ratioOf(size)).toBe(ratio);
});

test("a model's sizes stand by their shape; where it takes any, the usual ones are offered", () => {
  expect(shapesOf(["auto", "1024x1024", "1920x1088", "2048x2048", "3840x2160"])).toEqual([
    { ratio: "1:1", sizes: ["1024x1024", "2048x2048"] },
    { ratio: "16:9", sizes: ["1920x1088", "3840x2160"] },
  ]);
  expect(shapesOf(null).map(({ ratio }) => ratio)).toEqual([
    "1:1",
    "3:2",
    "2:3",
    "16:9",
    "9:16",
    "21:9",
  ]);
});

test("another shape keeps about as many pixels", () => {
  const shape = { ratio: "1:1", sizes: ["1024x1024", "2048x2048"] };
  expect(sizeOfShape(shape, "")).toBe("1024x1024");
  expect(sizeOfShape(shape, "1536x1024")).toBe("1024x1024");
  expect(sizeOfShape(shape, "3072x2048")).toBe("2048x2048");
});
