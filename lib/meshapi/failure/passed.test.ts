import { describe, expect, test } from "vitest";
import { read, says } from "#lib/meshapi/failure/test-told.ts";

describe("words of a check that is at work, or in trouble, are none either", () => {
  test.each([
    "Checking the output with the NSFW filter",
    "Running safety filter detection",
    "Running content moderation checks due to policy",
    "Scanning for sensitive content",
    "Detecting unsafe content",
    "Explicit content detection: running",
    "Moderation detection finished",
    "Safety checker removed 0 images",
    "The watermark was removed; content policy v2",
    "Step 2/4: content safety review",
    "Failed due to an issue in the safety system",
    "Moderation step failed: exit 1",
    "NSFW model could not be loaded",
    "We can't load the NSFW model",
    "The upscaler failed because of moderation latency",
    "Restricted to one worker by the content filter pool",
    "The scene shows a fox. It may depict violence.",
    "A battle without blood; it features a look-alike of a celebrity due to the trademark.",
    "This does not violate our content policy, but the renderer gave up.",
    "NSFW: flagged=false, renderer gave up",
    "None of the images were flagged by moderation; encoding gave up",
    "Neither prompt nor image was blocked by the safety system; encoding gave up",
    "Kein NSFW-Inhalt erkannt, aber der Dienst ist weg",
  ])("%s", (text) => {
    const likely = { kind: "broken", charged: "likely" };
    expect(read([200, says(text)])).toMatchObject(likely);
    expect(read([200, { message: text }])).toMatchObject(likely);
  });
});

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
  "The prompt failed content moderation.",
  "The output failed our safety check.",
  "Your request was removed because of our safety guidelines.",
  "No image was generated because the prompt was flagged by moderation.",
  "No picture: the input contains prohibited content.",
  "Content restricted: the prompt is not allowed by our usage policy.",
  "The prompt seems unsafe.",
  "Sorry, I can't draw that: it is against our content policy.",
  "Prompt contains copyrighted material.",
])("and of one that was not they are: %s", (text) => {
  expect(read([200, says(text)])).toMatchObject({ kind: "refused", charged: "no" });
});
