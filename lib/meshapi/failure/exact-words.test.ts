import { describe, expect, test } from "vitest";
import { read, says, titled } from "#lib/meshapi/failure/test-told.ts";

const unsure = [
  // Of money that was, or will be, or is another's.
  "Retry with the same Idempotency-Key: you will not be charged twice.",
  "Please retry, you won't be billed again.",
  "You are not charged extra for retries",
  "You are not charged more than once.",
  "You will not be charged for the retry",
  "You were not charged for your previous request",
  "You will not be charged if the image is not delivered",
  "You will not be charged until the image is ready",
  "If you were not charged, retry",
  "Usually you are not charged",
  "The customer record was not charged with an id",
  "This request was charged and not refunded",
  "Charges are never refunded.",
  "Refunds are not made; the amount was not refunded",
  "The payment was not credited back",
  "Your credits will be refunded if it fails again",
  "You have been charged; not billed separately",
  "You were not charged for the input, but the output was billed",
  "No tax was charged, the image costs $0.04",
  "Failed requests do not count toward your rate limit.",
  "This error does not count against your rate limit; the image was billed.",
  "This does not count against your quota of concurrent requests",
  "No credits were used from your plan; the card was billed",
  "You were not charged. Storage fees were charged.",
  "生成失败，费用不退还",
  "生成失败，已扣费，不退款",
  "重试不会重复扣费",
  "生成失败，不再退款",
  // Of a check that failed, of another rule, of a file.
  'new row violates row-level security policy for table "images"',
  "An error occurred. Sensitive information has been hidden.",
  "Upload violates bucket access policies",
  "Output moderation service returned an error due to a network problem",
  "Content filter failed: connection refused",
  "Failed to parse content moderation response",
  "Blocked while waiting for content filter",
  "Error saving image: prohibited content-type",
  "The content policy service blocked for 30 s and was killed",
  "moderation queue rejected the message: buffer full",
  "Could not store the result: bucket policy does not allow it, access denied",
  "Content moderation could not be completed",
  "Unable to determine whether the prompt violates our content policy",
  "NSFW classifier crashed",
  "Request blocked by CORS policy",
  "Inappropriate content-length",
  "Guardrails detected a broken pipe",
  "敏感词服务超时",
  "内容审核服务异常",
  "Content moderation failed",
  "The safety checker has failed on the generated image",
  "The moderation endpoint rejected our token",
  // Of bytes that flow.
  "Unexpected field 'index' in stream chunk",
  "Gateway cannot handle the provider's stream: connection reset",
  "Invalid input stream",
  "No stream data received from provider",
  "stream is unavailable",
  "The stream is not available any more",
  "Cannot allow stream: upstream closed",
  "Invalid value in event stream",
  "Stream is disabled after 3 errors",
  // Of books that could not be kept.
  "Failed to record usage: credit balance could not be updated",
  "Could not read credit balance",
  "Payment required service is down",
  "Billing disabled due to maintenance",
  "Top up your account service unreachable",
  "余额不足检查失败",
];

const unsureCodes = [
  "content_filter_error",
  "moderation_timeout",
  "guardrail_unavailable",
  "safety_check_error",
  "sensitive_data_store_failed",
  "content_moderation_failed",
  "credit_balance_update_failed",
  "billing_error",
  "payment_required_service_down",
];

const unsureBodies = [
  { error: { message: "It failed.", previous: { charged: false } } },
  { previous: { charged: false } },
  { error: { message: "It failed." }, attempts: [{ charged: false }, { charged: true }] },
  { error: { message: "It failed.", charged: true }, detail: "No credits were deducted." },
  { error: { message: "It failed.", previous_error: { code: "content_policy_violation" } } },
  { error: { message: "It failed." }, history: [{ code: "insufficient_quota" }] },
  { error: { code: "moderation_blocked", message: "The output was blocked, and billed." } },
];

describe("of a 5xx, what is no unmistakable statement is unknown", () => {
  test.each(
    unsure.flatMap((text) => [500, 502, 503, 504].map((status) => [text, status] as const)),
  )("%s (%i)", (text, status) => {
    expect(read([status, says(text)])).toMatchObject({ kind: "unknown", charged: null });
  });

  test.each(unsureCodes)("the code %s", (code) => {
    expect(read([500, says("It failed.", { code })])).toMatchObject({ kind: "unknown" });
  });

  test.each(unsureBodies.map((body) => titled([500, body])))("%s", (_, told) => {
    expect(read(told)).toMatchObject({ kind: "unknown", charged: null });
  });
});

describe("after a 2xx neither of them is a word that it was free", () => {
  test.each(unsure)("%s", (text) => {
    expect(read([200, says(text)])).toMatchObject({ kind: "broken", charged: "likely" });
  });

  test.each(unsureCodes)("the code %s", (code) => {
    expect(read([200, says("It failed.", { code })])).toMatchObject({ charged: "likely" });
  });
});

const sure = [
  ["free", "You were not charged."],
  ["free", "You have not been charged for this request."],
  ["free", "The image could not be made and you were not billed"],
  ["free", "The provider failed; this request was not billed. Please try again."],
  ["free", "Generation failed (no credits were deducted)"],
  ["free", "Nothing has been charged to your account."],
  ["free", "No charge has been made."],
  ["free", "Your credits have been refunded to your account."],
  ["free", "This request is free of charge."],
  ["free", "Failed requests are not billed."],
  ["free", "生成失败，本次不扣费。"],
  ["free", "任务失败，积分已退还"],
  ["refused", "Your request was rejected as a result of our safety system."],
  ["refused", "litellm.ContentPolicyViolationError: AzureException - no"],
  ["refused", "Your prompt was blocked by our content filter."],
  ["refused", "The prompt violates our content policy."],
  ["money", "You exceeded your current quota, please check your plan and billing details."],
  ["money", "Insufficient credits."],
  ["money", "用户余额不足"],
  ["streaming", "Unknown parameter: 'stream'."],
  ["streaming", "Streaming is not supported for this model"],
  ["streaming", "AsyncImages.generate() got an unexpected keyword argument 'stream'"],
  ["streaming", "This model does not support streaming."],
] as const;

describe("and what is one, is heard", () => {
  test.each(sure)("%s: %s", (kind, text) => {
    expect(read([500, says(text)])).toMatchObject({ kind, charged: "no" });
  });
});

describe("what is said of a bill is told, of a request that was turned away too", () => {
  test.each([
    [400, says("The output was blocked, and you were charged.", { code: "moderation_blocked" })],
    [403, { error: { message: "Content policy violation", charged: true } }],
    [200, says("The output was blocked and billed.", { code: "moderation_blocked" })],
  ] as const)("%s %j", (status, body) => {
    expect(read([status, body])).toMatchObject({ kind: "refused", charged: "likely" });
  });
});

const inside = [
  { error: { code: 404, message: "generated file not found" } },
  { detail: "Not Found", status: 404 },
  { error: { code: 405, message: "The upload of the image failed" } },
  { error: { code: 410, message: "The image is gone" } },
  { error: { code: 501, message: "No operation for this image" } },
  { error: { code: 415, message: "The picture's type" } },
  { error: { code: 403, message: "The bucket refused" } },
  { error: { code: 503, message: "Busy" }, retry_after_seconds: 3 },
];

test.each(inside)("after a 2xx %j is no word that nothing was made", (body) => {
  expect(read([200, body])).toMatchObject({ kind: "broken", charged: "likely" });
});

test("303 says that the request was carried out", () => {
  expect(read([303, "", { location: "/result" }])).toMatchObject({ kind: "unknown" });
});
