import { expect, test } from "vitest";
import { familyOf } from "#lib/engine/gateway/model-family.ts";
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
