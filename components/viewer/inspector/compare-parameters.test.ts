import { expect, test } from "vitest";
import { imageOf } from "#components/data/records/test-records.ts";
import { parameterWords } from "#components/image/parameter-words.ts";
import { compareParameters } from "#components/viewer/inspector/compare-parameters.ts";
import type { ImageDetail } from "#lib/contract/image-detail.ts";
import type { ImageRequest } from "#lib/engine/image-request.ts";
import { parameterNames } from "#lib/engine/parameters.ts";
import { requestWith } from "#lib/engine/test-parameters.ts";
import { english as t } from "#messages/english.server.ts";

function compare(
  asked: Partial<ImageRequest>,
  got: Partial<ImageDetail["image"]> = {},
  seed: number | null = null,
) {
  const parameters = { prompt: "a fox", ...asked };
  const rows = compareParameters({ image: imageOf(got), parameters, seed }, t);
  return Object.fromEntries(rows.map(({ label, name: _, ...row }) => [label, row]));
}

test("a size that is not the one asked for is marked", () => {
  expect(compare({ size: "1536x1024" })["Size"]).toEqual({
    asked: "1536 × 1024",
    delivered: "1024 × 1024",
    isDifferent: true,
  });
  expect(compare({ size: "1024x1024" })["Size"]?.isDifferent).toBe(false);
});

test("what was left to the model cannot differ", () => {
  const rows = compare({ size: "auto", quality: "auto" }, { delivered: { quality: "low" } });
  expect(Object.values(rows).some((row) => row.isDifferent)).toBe(false);
  expect(rows["Quality"]).toMatchObject({ asked: "Auto", delivered: "Low" });
});

test("the file itself tells the format, whatever the gateway says", () => {
  const got = { type: "image/webp", delivered: { output_format: "png" } };
  expect(compare({ output_format: "png" }, got)["Format"]).toEqual({
    asked: "PNG",
    delivered: "WebP",
    isDifferent: true,
  });
});

test("a ratio may be off by the rounding of pixels, and no more", () => {
  const landscape = { width: 1344, height: 768 };
  expect(compare({ aspect_ratio: "16:9" }, landscape)["Aspect ratio"]?.isDifferent).toBe(false);
  expect(compare({ aspect_ratio: "4:3" }, landscape)["Aspect ratio"]).toMatchObject({
    delivered: "1.75:1",
    isDifferent: true,
  });
});

test("the seed asked for is the one of this picture: of the third of a press it is two more", () => {
  const got = { delivered: { seed: 9 } };
  expect(compare({ seed: 7, n: 3 }, got, 9)["Seed"]).toMatchObject({
    asked: "9",
    isDifferent: false,
  });
  expect(compare({ seed: 7 }, got, 7)["Seed"]).toMatchObject({ asked: "7", isDifferent: true });
  expect(compare({ seed: -1 }, got, 9)["Seed"]).toMatchObject({ asked: null, isDifferent: false });
});

test("what nobody asked for or told is left out", () => {
  expect(Object.keys(compare({}))).toEqual(["Size", "Format"]);
});

test.each(parameterNames)("%s that was asked for is told by its name", (name) => {
  const request = requestWith(name);
  const [seed = null] = [request.seed];
  const told = compare(request, {}, seed)[parameterWords(name, t).label];
  expect(told?.asked).toMatch(/\S/);
});
