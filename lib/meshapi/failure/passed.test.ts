import { describe, expect, test } from "vitest";
import { read, says } from "#lib/meshapi/failure/test-told.ts";

describe("words of a check that was passed are no refusal after a 2xx", () => {
  test.each([
    "Image generated. No inappropriate content found.",
    "Here is your fox. I kept the scene free of explicit content.",
    "A fox; content moderation passed, image not flagged",
    "NSFW check passed",
    "未检测到敏感内容",
    "Prompt passed moderation; nothing flagged in the prompt",
    "No NSFW content detected",
    "Generation failed after moderation passed: CUDA out of memory",
    "Failed to decode the image returned by the provider (moderation: ok)",
    "The image passed the content filter but encoding failed",
    "Encoding failed (NSFW score 0.01)",
    "Inhaltsfilter bestanden, aber die GPU ist ausgefallen",
    "敏感词检测通过，生图失败：显存不足",
    "The image was generated, then blocked by our content policy.",
  ])("%s", (text) => {
    const likely = { kind: "broken", charged: "likely" };
    expect(read([200, says(text)])).toMatchObject(likely);
    expect(read([200, { message: text }])).toMatchObject(likely);
  });
});

test.each([
  "Your prompt did not pass our content moderation.",
  "The image was blocked by the safety filter.",
  "内容审核未通过",
])("and of one that was not they are: %s", (text) => {
  expect(read([200, says(text)])).toMatchObject({ kind: "refused", charged: "no" });
});
