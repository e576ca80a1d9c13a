import { expect, test } from "vitest";
import { generationOf, imageOf } from "#components/data/records/test-records.ts";
import { describeDelivered } from "#components/studio/feed/label/describe-delivered.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import type { ImageView } from "#lib/contract/image-view.ts";
import { english as t } from "#messages/english.server.ts";

function told(
  asked: Omit<GenerationView["parameters"], "prompt">,
  ...images: Partial<ImageView>[]
): readonly string[] {
  const parameters = { prompt: "a fox", ...asked };
  return describeDelivered(generationOf({ parameters, images: images.map(imageOf) }), t);
}

test("what was asked for and not given is told", () => {
  const delivered = { quality: "high", background: "opaque" };
  expect(told({ quality: "auto" }, { delivered })).toEqual(["Asked for any quality, got high."]);
  expect(told({ quality: "low", background: "transparent" }, { delivered })).toEqual([
    "Asked for low quality, got high.",
    "Asked for transparent background, got opaque.",
  ]);
  expect(told({ size: "1536x1024", output_format: "webp" }, {})).toEqual([
    "Asked for 1536 × 1024, got 1024 × 1024.",
    "Asked for webp, got png.",
  ]);
});

test("what was given, was not asked for, or of which nobody said anything, is not", () => {
  const delivered = { quality: "high" };
  expect(told({ quality: "high", size: "1024x1024" }, { delivered })).toEqual([]);
  expect(told({ size: "auto", output_format: "png" }, { delivered })).toEqual([]);
  expect(told({ quality: "low", background: "opaque" }, {})).toEqual([]);
  expect(told({ quality: "low" })).toEqual([]);
});

test("of several each that differs is told, and those alike once", () => {
  const quality = (of: string) => ({ delivered: { quality: of } });
  expect(told({ quality: "low" }, quality("high"), quality("high"), quality("low"))).toEqual([
    "Asked for low quality, got high.",
  ]);
  expect(told({ quality: "low" }, quality("high"), quality("medium"))).toEqual([
    "Asked for low quality, got high, medium.",
  ]);
});
