import { describe, expect, test } from "vitest";
import { read, says, type Told, titled } from "#lib/meshapi/failure/test-told.ts";

const topics = [
  "moderation",
  "content_moderation",
  "safety",
  "safety_system",
  "image_safety",
  "content_safety",
  "content_policy",
  "nsfw",
  "recitation",
  "blocklist",
  "refusal",
  "sensitive_words",
];

describe("what a rule is called says of a server that failed only what was at work: ", () => {
  test.each(topics)("%s", (topic) => {
    const unknown = { kind: "unknown", charged: null };
    expect(read([500, says("Backend down.", { code: topic })])).toMatchObject(unknown);
    expect(read([502, says("No.", { type: topic })])).toMatchObject(unknown);
    expect(read([503, { type: topic, title: "Internal error" }])).toMatchObject(unknown);
    expect(read([500, { code: topic, message: "x", data: null }])).toMatchObject(unknown);
  });

  test.each([
    says("No.", { code: "content_policy_violation" }),
    says("No.", { code: "moderation_blocked" }),
    says("No.", { type: "safety_violation" }),
    says("No.", { code: "content_filter" }),
    { candidates: [{ finishReason: "IMAGE_SAFETY" }] },
    { promptFeedback: { blockReason: "BLOCKLIST" } },
  ])("and with its verdict it is a refusal: %j", (body) => {
    expect(read([500, body])).toMatchObject({ kind: "refused", charged: "no" });
  });
});

const passed: object[] = [
  { status: "passed" },
  { status: "ok" },
  { result: "pass" },
  { verdict: "clean" },
  { outcome: "ALLOWED" },
  { action: "none" },
  { severity: "safe" },
  { passed: true },
  { flagged: false },
  { detected: false },
  { blocked: "false" },
  { value: false },
  { score: 0.01 },
];

describe.each(passed)("a check of which it is told %j", (verdict) => {
  test.each(topics)("is none that found something: %s", (topic) => {
    for (const name of ["type", "code", "reason"]) {
      const check = { [name]: topic, ...verdict };
      for (const inside of [
        { status: "completed", file_id: "f", results: [check] },
        { output: [{ type: "image", file_id: "f" }, check] },
        { data: [{ id: 1, moderation: check }] },
        check,
      ]) {
        expect(read([200, inside])).toMatchObject({ kind: "broken", charged: "likely" });
      }
      expect(read([502, { ...says("x"), pipeline: [check] }])).toMatchObject({ kind: "unknown" });
      expect(read([400, { ...says("Bad size."), results: [check] }])).toMatchObject({
        kind: "invalid",
      });
    }
  });
});

const others: Told[] = [
  [200, { type: "moderation", message: "At work." }],
  [200, { type: "content", text: "At work." }],
  [200, { output: [{ type: "safety", id: 1 }] }],
  [200, { results: [{ code: "nsfw", value: 0.1 }] }],
  [200, { message: { refusal: "None" } }],
  [200, { choices: [{ message: { refusal: " null " } }] }],
  [200, { promptFeedback: { blockReason: "BLOCK_REASON_UNSPECIFIED" } }],
  [200, { candidates: [{ finishReason: "STOP" }] }],
];

test.each(others.map(titled))("no refusal is told by %s", (_, told) => {
  expect(read(told)).toMatchObject({ kind: "broken", charged: "likely" });
});

describe("after a 2xx an error that is called after a rule is a refusal", () => {
  test.each(topics)("%s", (topic) => {
    const refused = { kind: "refused", charged: "no" };
    expect(read([200, says("No.", { code: topic })])).toMatchObject(refused);
    expect(read([200, says("No.", { type: topic })])).toMatchObject(refused);
    expect(read([200, { code: topic, message: "No." }])).toMatchObject(refused);
    expect(read([200, { choices: [{ finish_reason: topic }] }])).toMatchObject(refused);
  });
});
