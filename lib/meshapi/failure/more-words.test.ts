import { describe, expect, test } from "vitest";
import { read, says, type Told, titled } from "#lib/meshapi/failure/test-told.ts";

/** As OpenRouter hands on what a provider said. */
const wrapped = (raw: string, others: object = {}) => ({
  error: { message: "Provider returned error", code: 400, metadata: { raw, ...others } },
});
const raw = (error: object) => JSON.stringify({ error });

const refusals: Told[] = [
  [400, wrapped(raw({ code: "moderation_blocked", message: "Blocked by the safety system." }))],
  [400, wrapped(raw({ message: "Your request was rejected by our safety system." }))],
  [502, wrapped(raw({ code: "moderation_blocked", message: "Blocked." }))],
  [400, says("No.", { metadata: { response: raw({ code: "content_filter" }) } })],
  [400, says("The provider refused.", { provider_error: "Prompt violates our content policy." })],
  [400, says("No.", { code: "sexual_content" })],
  [400, says("No.", { code: "not_acceptable_prompt" })],
  [400, { message: "No.", codes: ["sexual_content", "violence"] }],
  [400, { message: "No.", flagged: true }],
  [400, says("The prompt is unsafe.")],
  [400, says("Prompt contains violence.")],
  [400, says("Prompt contains adult content")],
  [400, says("Your prompt does not comply with our guidelines.")],
  [400, says("The image doesn't meet our community standards")],
  [400, says("Blocked by policy")],
  [400, says("Your request was rejected. Please see our usage policies.")],
  [400, says("Запрос отклонён модерацией")],
  [400, says("Контент заблокирован модерацией")],
  [400, says("Запит порушує політику контенту")],
  [400, says("İsteğiniz içerik politikamızı ihlal ediyor")],
  [400, says("Uygunsuz içerik tespit edildi")],
  [400, says("Twoja prośba narusza zasady dotyczące treści")],
  [400, says("Obraz został odrzucony przez moderację")],
  [400, says("الطلب ينتهك سياسة المحتوى")],
  [400, says("Il prompt viola le norme sui contenuti")],
  [400, says("Je verzoek is in strijd met ons inhoudsbeleid")],
  [400, says("Yêu cầu vi phạm chính sách nội dung")],
  [400, says("Permintaan melanggar kebijakan konten")],
  [200, { data: { base_resp: { status_code: 1026, status_msg: "input new_sensitive" } } }],
  [200, { status: "Content Moderated", details: { "Moderation Reasons": ["Derivative Works"] } }],
  [200, { status: "Request Moderated" }],
  [200, { data: [{ content_filter_results: { sexual: { filtered: true, severity: "high" } } }] }],
  [200, { prompt_filter_results: [{ content_filter_results: { hate: { filtered: true } } }] }],
  [
    200,
    {
      type: "response.incomplete",
      response: { status: "incomplete", incomplete_details: { reason: "content_filter" } },
    },
  ],
];

const money: Told[] = [
  [429, wrapped(raw({ type: "insufficient_quota", message: "No more." }))],
  [403, says("Key limit exceeded (total limit). Manage it using https://openrouter.ai/keys")],
  [403, says("Your account was suspended due to nonpayment")],
  [403, says("The account is suspended: non-payment")],
  [429, says("Your credit card was declined")],
  [400, says("Payment failed: your card has expired")],
];

const notUnauthorized: [Told, string][] = [
  [[400, says("Invalid key 'style' in request body")], "invalid"],
  [[400, says("Missing key: 'size'")], "invalid"],
  [[400, says('There is no key "prompt" in the JSON')], "invalid"],
  [[400, says("wrong key type in loras[0]")], "invalid"],
  [[400, says("Invalid key colour")], "invalid"],
  [[400, says("No key named size")], "invalid"],
  [[400, says("Missing access token count")], "invalid"],
  [[400, says("No.", { code: "invalid_token_count" })], "invalid"],
  [[403, says("Image rejected: invalid key colour")], "forbidden"],
];

const unauthorized: Told[] = [
  [400, says("Invalid API key provided")],
  [403, says("Invalid key.")],
  [400, says("Incorrect API key provided: sk-***.")],
  [403, says("Missing API-key")],
  [400, says("API key not valid. Please pass a valid API key.")],
  [403, says("Invalid access token")],
];

const notRefused: [Told, string][] = [
  [[400, says("guardrails: detection failed to load config")], "invalid"],
  [[400, says("moderation: failed to reach the service")], "invalid"],
  [
    [400, says("Invalid size. See our usage policies: requests that violate limits are rejected.")],
    "invalid",
  ],
  [[400, says("Blocked by CORS policy")], "invalid"],
  [[403, says("Denied by your organization's access policy")], "forbidden"],
  [[400, says("Unknown style 'violence'")], "invalid"],
  [[400, { message: "No.", flagged: false }], "invalid"],
  [[400, { message: "No.", content_filter_results: { hate: { filtered: false } } }], "invalid"],
];

describe.each([
  ["a refusal", refusals, { kind: "refused", charged: "no" }],
  ["about money", money, { kind: "money", charged: "no" }],
  ["about the key", unauthorized, { kind: "unauthorized", charged: "no" }],
] as const)("in further words it is %s:", (_, tolds, expected) => {
  test.each(tolds.map(titled))("%s", (_title, told) => {
    expect(read(told)).toMatchObject(expected);
  });
});

describe("and what only sounds like one is none:", () => {
  test.each(
    [...notUnauthorized, ...notRefused].map(([told, kind]) => [...titled(told), kind] as const),
  )("%s", (_, told, kind) => {
    expect(read(told)).toMatchObject({ kind, charged: "no" });
  });
});

test("what a provider says behind a gateway is in the message", () => {
  const told = read([400, wrapped(raw({ message: "Size must be square." }))]);
  expect(told.message).toBe("Provider returned error. Size must be square.");
  expect(read([400, wrapped("Upstream idle")]).message).toContain("Upstream idle");
});

test("a 404 that is about no path is told as what it is", () => {
  const words = "No endpoints found matching your data policy. Enable it in your settings.";
  expect(read([404, says(words, { code: 404 })])).toMatchObject({ kind: "not_supported" });
});

test.each<[Told, number | null]>([
  [[429, { message: "Slow.", retry_after_seconds: "7" }], 7],
  [[429, { message: "Slow.", retry_after: "1m30s" }], 90],
  [[429, { message: "Slow.", retry_after_ms: 1_500 }], 1.5],
  [[429, { message: "Slow.", retryAfterMs: "1500" }], 1.5],
  [[429, "", { "ratelimit-reset": "7" }], 7],
  [[429, "", { "x-ratelimit-reset-requests": "1m30s" }], 90],
  [[429, "", { "x-ratelimit-reset": "1792500010", date: "Tue, 20 Oct 2026 12:40:00 GMT" }], 10],
  [[429, "", { "x-ratelimit-reset": "1792500010000", date: "Tue, 20 Oct 2026 12:40:00 GMT" }], 10],
  [[429, "", { ratelimit: "limit=10, remaining=0, reset=7" }], 7],
  [[429, "", { ratelimit: '"default";r=0;t=7' }], 7],
  [[429, "", { "retry-after": "2", "ratelimit-reset": "7" }], 2],
  [[429, "", { "ratelimit-reset": "soon" }], null],
  [[429, { message: "Slow.", retry_after: "soon" }], null],
  [[503, "", { "ratelimit-reset": "7" }], null],
  [[400, "", { "ratelimit-reset": "7" }], null],
])("of %j, the time to wait is %s", (told, seconds) => {
  expect(read(told).retryAfterSeconds).toBe(seconds);
});
