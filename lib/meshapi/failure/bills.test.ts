import { describe, expect, test } from "vitest";
import { read, says, type Told, titled } from "#lib/meshapi/failure/test-told.ts";

/** Each says that it costs, in a field. */
const fields: object[] = [
  { billed_usd: "0.04" },
  { cost_usd: "0.04" },
  { cost: 0.04 },
  { total_cost: "$0.04" },
  { usage: { cost: 0.04 } },
  { usage: { cost: 0, cost_details: { upstream_inference_cost: 0.04 } } },
  { usage: { cost: { total: 0.04, currency: "USD" } } },
  { cost: { amount: 4, unit: "cents" } },
  { billing: { credits: 4 } },
  { credits_used: 4 },
  { credits_deducted: "4" },
  { amount_charged: 0.04 },
  { charged: true },
  { charged: "true" },
  { is_billed: "yes" },
  { charged: 1 },
];

const words = [
  "You will be charged for this request.",
  "Request is charged even when rate limited.",
  "This call used 4 credits.",
  "4 credits deducted.",
  "You were billed 4 credits.",
  "Credits used: 4",
  "Total cost: $0.04",
  "Moderated generations are still charged.",
  "you will still be billed.",
  "Credits are not refunded.",
  "Charges for moderated images are non-refundable.",
  "The fee cannot be refunded. No refunds.",
  "费用不予退还",
  "已扣除4积分",
  "消耗4积分",
  "本次请求仍会计费",
  "Ihr Konto wurde belastet.",
  "Se han descontado 4 créditos.",
  "4 crédits ont été débités.",
  "クレジットが消費されました",
  "크레딧이 차감되었습니다",
];

/** Nothing of it was taken. */
const nothing: object[] = [
  { cost: 0 },
  { cost: "0.00" },
  { cost: null },
  { usage: { cost: 0, total_tokens: 50 } },
  { estimated_cost: 0.04 },
  { cost_limit: 4 },
  { cost_per_image: 0.04 },
  { credits_remaining: 4 },
  { refunded_amount: 0.04 },
  { charged: "no" },
  { previous: { charged: true } },
];

const free = [
  "You will not be charged.",
  "Es wurde nichts berechnet.",
  "No se ha cobrado nada.",
  "Vous n'avez pas été débité.",
  "不会扣费",
  "料金は請求されません",
];

const turnedAway: [number, object, string][] = [
  [400, { code: "moderation_blocked" }, "refused"],
  [403, { code: "content_policy_violation" }, "refused"],
  [200, { code: "moderation_blocked" }, "refused"],
  [422, {}, "invalid"],
  [413, {}, "invalid"],
  [404, {}, "wrong_address"],
  [403, {}, "forbidden"],
  [501, { code: "not_implemented" }, "not_supported"],
  [200, { code: "validation_error" }, "invalid"],
];

describe.each(turnedAway)("of %i %j", (status, code, kind) => {
  test.each(fields)("%j is a bill, beside the error and in it", (bill) => {
    const likely = { kind, charged: "likely" };
    expect(read([status, { ...says("No.", code), ...bill }])).toMatchObject(likely);
    expect(read([status, says("No.", { ...code, ...bill })])).toMatchObject(likely);
  });

  test.each(words)("%s", (text) => {
    expect(read([status, says(text, code)])).toMatchObject({ kind, charged: "likely" });
  });

  test.each(nothing)("%j is none", (bill) => {
    expect(read([status, says("No.", { ...code, ...bill })])).toMatchObject({ charged: "no" });
  });

  test.each(free)("%s: it is none", (text) => {
    expect(read([status, says(text, code)])).toMatchObject({ charged: "no" });
  });
});

const wait = { "retry-after": "1" };

describe("what says of itself that it costs, or that the picture was made, is not sent again by itself", () => {
  test.each([
    ...fields.map((bill) => ({ ...says("Slow down."), ...bill })),
    ...words.map((text) => says(text)),
    says("Image generated successfully. Too many downloads."),
    says("Generation succeeded; storage rate limited"),
    says("The generation completed, but the result queue is full"),
    says("We made your image but could not upload it"),
    says("Your image is already being generated."),
    says("1 image was generated and waits for its download."),
    says("生成成功，下载过于频繁"),
    says("Das Bild wurde erstellt, der Speicher ist voll."),
  ])("%j", (body) => {
    expect(read([429, body])).toMatchObject({ kind: "unknown", charged: null });
    expect(read([503, body, wait])).toMatchObject({ kind: "unknown", charged: null });
  });

  test.each([
    "You have generated too many images.",
    "You have made too many requests.",
    "Images generated per minute: limit reached.",
    "Too many images were generated in the last minute.",
    "12 images have been generated today; the limit is 10 a day.",
    "Too many images have already been generated this hour.",
    "4 jobs are already being rendered.",
    "Other generations are being rendered: at most 2 at once.",
    "Usage is charged per minute.",
    "Requests over the limit are billed at $0.04.",
    "Overage will be charged.",
    "Your plan is billed monthly.",
    "No image was made.",
    "No images were generated.",
    "Try again once a job is finished.",
    "生成未成功",
    ...free,
  ])("and %j is", (text) => {
    expect(read([429, says(text)])).toMatchObject({ kind: "rate", charged: "no" });
  });
});

describe("a cost in a header is a bill of what failed, too", () => {
  const cost = { "x-litellm-response-cost": "0.04" };

  test.each([
    [400, { code: "moderation_blocked" }, "refused", "likely"],
    [422, {}, "invalid", "likely"],
    [429, {}, "unknown", null],
    [500, { code: "provider_job_failed" }, "unknown", null],
    [500, { code: "moderation_blocked" }, "unknown", null],
    [200, { code: "provider_job_failed" }, "broken", "likely"],
  ])("of %i %j", (status, code, kind, charged) => {
    expect(read([status, says("No.", code), cost])).toMatchObject({ kind, charged });
    const none = { "x-litellm-response-cost": "0.0" };
    expect(read([status, says("No.", code), none])).toMatchObject({ charged: "no" });
  });
});

const money: Told[] = [
  [402, says("Insufficient credits.", { cost: 4, balance: 1 })],
  [400, says("Budget has been exceeded! Cost: 1.2", { code: "budget_exceeded" })],
  [429, says("You have used 100 credits.", { code: "insufficient_quota", credits_used: 100 })],
];

describe("where money is missing, an amount is none that was taken", () => {
  test.each(money.map(titled))("%s", (_, told) => {
    expect(read(told)).toMatchObject({ kind: "money", charged: "no" });
  });

  test.each([
    "Purchased credits are non-refundable.",
    "You will be charged for usage once you add credits.",
    "Insufficient balance. No refunds.",
    "余额不足，充值后不予退款",
    "Your plan is billed monthly. Payment required.",
  ])("nor where that is how money is dealt with: %s", (text) => {
    expect(read([402, says(text)])).toMatchObject({ kind: "money", charged: "no" });
    expect(read([401, says(`Invalid API key. ${text}`)])).toMatchObject({
      kind: "unauthorized",
      charged: "no",
    });
  });

  test("unless it is said that it was", () => {
    for (const body of [
      says("No more credits.", { charged: true }),
      says("You have been charged, and have no credits left."),
    ])
      expect(read([402, body])).toMatchObject({ kind: "money", charged: "likely" });
  });
});
