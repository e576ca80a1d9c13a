import { expect, test } from "vitest";
import { familyOf } from "#lib/engine/gateway/model/model-family.ts";
import { toImageParameters } from "#lib/engine/gateway/to-image-parameters.ts";

test("an output format is offered for OpenAI's models and for those that nothing is known of", () => {
  expect(familyOf("openai/gpt-image-1").parameters).toContain("output_format");
  expect(familyOf("vertex/imagen-3").parameters).not.toContain("output_format");
  expect(familyOf("flux-schnell").parameters).toContain("output_format");
  expect(familyOf(undefined).parameters).toContain("output_format");
});

test("one picture is asked for, with what was chosen and nothing else", () => {
  const request = { prompt: "a fox", n: 4, seed: 7, quality: "high" } as const;

  expect(toImageParameters(request, { stream: true })).toEqual({ ...request, n: 1, stream: true });
});

test.each([
  ["openai/gpt-image-1", true, undefined, 2],
  ["gpt-image-1-mini", true, undefined, 2],
  ["openai/gpt-image-1", true, 0, 0],
  ["openai/gpt-image-1", true, 3, 3],
  ["openai/gpt-image-1", false, 3, undefined],
  ["openai/dall-e-3", true, 3, undefined],
  ["vertex/imagen-3", true, 3, undefined],
  [undefined, true, 3, undefined],
])(
  "of %s with stream %s, %s partial pictures are asked for as %s",
  (model, stream, asked, sent) => {
    const request = {
      prompt: "a fox",
      ...(model ? { model } : {}),
      ...(asked === undefined ? {} : { partial_images: asked }),
    };

    expect(toImageParameters(request, { stream }).partial_images).toBe(sent);
  },
);

test("of gpt-image-2 and later, the sizes that it takes are offered", () => {
  for (const id of ["openai/gpt-image-2", "gpt-image-2-mini", "gpt-image-3"]) {
    const sizes = familyOf(id).sizes?.filter((size) => size !== "auto") ?? [];

    expect(sizes).toContain("1920x1088");
    for (const size of sizes) {
      const [width = 0, height = 0] = size.split("x").map(Number);
      expect([width % 16, height % 16]).toEqual([0, 0]);
      expect(Math.max(width / height, height / width)).toBeLessThanOrEqual(3);
      expect(width * height).toBeLessThanOrEqual(3840 * 2160);
    }
  }
  expect(familyOf("openai/gpt-image-1").sizes).not.toContain("1920x1088");
});

test("a moving picture is asked for without a stream", () => {
  const request = { prompt: "a fox", model: "gpt-image-2", output_format: "gif" } as const;

  expect(toImageParameters(request, { stream: true })).toEqual({ ...request, n: 1, stream: false });
});

test.each([
  ["openai/gpt-image-2.5-flare", ["auto", "low", "medium", "high", "xhigh", "max"]],
  ["gpt-image-3", ["auto", "low", "medium", "high", "xhigh", "max"]],
  ["gpt-image-2-2026-04-21", ["auto", "low", "medium", "high"]],
  ["openai/gpt-image-1-mini", ["auto", "low", "medium", "high"]],
  ["dall-e-3", ["auto", "standard", "hd"]],
  ["flux-schnell", undefined],
])("the qualities of %s are %j", (id, qualities) => {
  expect(familyOf(id).values.quality).toEqual(qualities);
});

test.each([
  ["vertex/imagen-3", 5, []],
  ["imagen-4.0-ultra", 5, ["1K", "2K"]],
  ["gemini-3-pro-image", 10, ["1K", "2K", "4K"]],
  ["bytedance/seedream-4", undefined, []],
  ["flux-schnell", undefined, undefined],
])(
  "of the shapes of %s %s are known by their names, and the resolutions %j",
  (id, ratios, resolutions) => {
    const { parameters, values } = familyOf(id);
    expect(values.aspect_ratio?.length).toBe(ratios);
    expect(values.resolution).toEqual(resolutions);
    expect(parameters.includes("size")).toBe(ratios === undefined);
  },
);

test("DALL·E takes shorter prompts than the others", () => {
  const ids = ["dall-e-2", "dall-e-3", "gpt-image-1", "imagen-3", "flux"];
  expect(ids.map((id) => familyOf(id).promptCharactersMax)).toEqual([
    1_000, 4_000, 32_000, 32_000, 32_000,
  ]);
});
