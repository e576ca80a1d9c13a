import { describe, expect, test } from "vitest";
import { read, says, type Told, titled } from "#lib/meshapi/failure/test-told.ts";

const refusals: Told[] = [
  [400, says("Sorry, we can't generate images of public figures.")],
  [400, says("I can't help with that: it depicts a real person in a sexual context.")],
  [400, says("The prompt was deemed unsafe.")],
  [400, says("Prompt is not safe for work")],
  [400, says("Your request contains content that is not allowed.")],
  [400, says("This prompt is not permitted by our terms of service.")],
  [400, says("The image may contain a celebrity likeness.")],
  [422, says("Prompt contains forbidden words", { type: "invalid_request" })],
  [400, { code: "IPInfringementSuspect", message: "Suspected of IP infringement." }],
  [400, { name: "content_moderation", errors: ["denied"] }],
  [400, says("La demande a été rejetée par notre système de sécurité.")],
  [400, says("Ihre Anfrage wurde von unserem Sicherheitssystem abgelehnt.")],
  [400, says("Su solicitud fue rechazada por nuestro sistema de seguridad.")],
  [400, says("コンテンツポリシーに違反しています。")],
  [400, says("콘텐츠 정책을 위반했습니다")],
  [400, says("Ваш запрос отклонён системой безопасности")],
  [400, says("您的请求被我们的安全系统拒绝")],
  [400, says("圖片違反內容政策")],
  [400, says("内容审核失败，请修改提示词")],
  [400, says("图片涉及侵权")],
  [200, { promptFeedback: { blockReason: "OTHER" } }],
  [200, { candidates: [{ finishReason: "SPII" }] }],
  [200, { choices: [{ message: { content: "", refusal: "I can't create that image." } }] }],
  [200, { images: [], has_nsfw_concepts: [true] }],
  [200, { seeds: [1], finish_reasons: ["Filter reason: output image"], images: [] }],
];

const noRefusals: Told[] = [
  [400, says("size violates the rules: must be WIDTHxHEIGHT")],
  [400, says("Prompt rejected: longer than 4000 characters")],
  [400, says("prompt blocked: empty prompt")],
  [400, says("We cannot create images larger than 4096")],
  [400, says("image_size 参数不合规，请使用 1024x1024")],
  [400, says("请求参数违反约束: n 最大为 1")],
  [400, { errors: [{ name: "moderation", message: "must be low or auto" }] }],
];

const unsure: Told[] = [
  [500, says("Sorry, we cannot generate images right now")],
  [500, says("We were unable to generate the image. Please retry.")],
  [500, says("Failed to check content: moderation endpoint timed out")],
  [500, says("It is not known whether you were charged or not charged.")],
  [500, says("Requests that are not charged do not appear; if you were charged, tell us.")],
  [500, says("The charge could not be refunded")],
  [500, says("Not billed yet")],
  [502, says("No charge information available")],
  [500, says("处理失败，如已扣费请申请退款")],
];

const free: Told[] = [
  [500, says("Generation failed. Your credits were refunded.")],
  [500, says("This request will not count against your balance")],
  [500, says("No credits were deducted.")],
  [500, says("No credits have been used for this request.")],
  [502, { error: { message: "x", charged: false } }],
  [502, { error: { message: "x" }, billed: false }],
  [500, says("生成失败，已退款")],
  [500, says("失败不计费")],
];

const money: Told[] = [
  [403, says("预扣费额度失败, 用户剩余额度: 0.001", { code: "pre_consume_token_quota_failed" })],
  [401, says("该令牌额度已用尽 RemainQuota = -44")],
  [400, says("Insufficient tokens on your plan. Please upgrade.")],
  [400, says("You have no image credits left this month")],
  [400, says("Imagen API is only accessible to billed users at this time.")],
  [412, says("Suspended, possibly due to reaching the monthly spending limit.")],
  [403, says("Free trial has ended. Add a payment method to continue.")],
  [400, says("Your subscription has expired, please renew.")],
  [403, says("餘額不足")],
  [403, says("アカウントの残高が不足しています")],
  [403, says("Guthaben aufgebraucht")],
  [403, says("Solde insuffisant")],
  [403, says("Saldo insuficiente")],
  [403, says("Недостаточно средств на балансе")],
];

const streaming: Told[] = [
  [422, says("Value error, streaming for images is disabled")],
  [400, says("property stream is not defined in the schema")],
  [400, { stream: ["unknown field."] }],
];

describe.each([
  ["a refusal", refusals, { kind: "refused", charged: "no" }],
  ["a fault of the request, and no refusal", noRefusals, { kind: "invalid", charged: "no" }],
  ["not known", unsure, { kind: "unknown", charged: null }],
  ["free", free, { kind: "free", charged: "no" }],
  ["about money", money, { kind: "money", charged: "no" }],
  ["about streaming", streaming, { kind: "streaming", charged: "no" }],
] as const)("in other words it is %s:", (_, tolds, expected) => {
  test.each(tolds.map(titled))("%s", (_title, told) => {
    expect(read(told)).toMatchObject(expected);
  });
});

test.each(["a", "violat", "stream ", "content "])(
  "an error of 64 KB of %j is judged at once",
  (text) => {
    const told: Told = [400, says(text.repeat(10_000))];

    expect(read(told)).toMatchObject({ kind: "invalid" });
  },
);

test.each<[Told, number | null]>([
  [[429, says("Please try again in 1h2m3s")], 3_723],
  [[429, says("Please wait 20 seconds before the next one")], 20],
  [[429, says("try again in 1 minute and 30 seconds")], 90],
  [[429, says("Rate limit resets in ~5s.")], 5],
  [[429, says("请在 30 秒后重试")], 30],
  [[429, "", { "retry-after": "1m30s" }], 90],
  [[429, "", { "retry-after": "9", "retry-after-ms": "1500" }], 1.5],
])("of %j, the time to wait is %s", (told, seconds) => {
  expect(read(told).retryAfterSeconds).toBe(seconds);
});
