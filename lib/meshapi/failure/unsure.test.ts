import { describe, expect, test } from "vitest";
import { read, says, type Told, titled } from "#lib/meshapi/failure/test-told.ts";

const unknown: Told[] = [
  [500, says("Internal error", { code: "internal_error" })],
  [500, says("Error while streaming the response")],
  [500, says("unexpected end of stream")],
  [500, says("upstream connect error or disconnect/reset before headers")],
  [503, says("Busy, retry after 5 seconds")],
  [502, "<html><title>502 Bad Gateway</title>"],
  [500, says("Rate limited.", { code: "rate_limit_exceeded" })],
  [504, says("x", { code: "gateway_timeout" })],
  [500, says("x", { code: "provider_timeout" })],
  [400, says("x", { code: "all_models_failed" })],
  [200, says("x", { code: "provider_timeout" })],
  [500, says("Your card could not be charged? We do not know whether you were charged.")],
  [500, says("You may not have been charged.")],
  [408, ""],
  [409, ""],
  ...[408, 409, 424, 425, 499].flatMap((status): Told[] => [
    [status, says("Provider failed, moderation passed")],
    [status, says("Timed out while content moderation checked the image: detection took too long")],
    [status, says("Duplicate: this image was already generated, credit balance unchanged")],
    [status, says("upstream timeout; monthly cost limit not reached")],
  ]),
  ...[400, 422].flatMap((status): Told[] => [
    [status, { detail: [{ loc: ["body"], msg: "It took too long", type: "generation_timeout" }] }],
    [status, { detail: [{ msg: "x", type: "downstream_service_error" }] }],
    [status, { detail: [{ msg: "x", type: "downstream_service_unavailable" }] }],
    [status, says("x", { code: "generation_failed" })],
    [status, says("CUDA out of memory")],
    [status, says("Generation timed out")],
  ]),
  [500, says("x", { type: "content" })],
  [502, says("x", { type: "text_content" })],
];

const free: Told[] = [
  [500, says("The job failed; you were not charged.", { code: "provider_job_failed" })],
  [500, says("The job failed.", { code: "provider_job_failed" })],
  [503, says("Full.", { code: "provider_overloaded" })],
  [502, says("It failed. Nothing was charged.")],
  [500, says("It failed, you won't be billed.")],
  [504, says("Timed out. No charge was made.", { code: "provider_timeout" })],
  [200, says("It failed.", { code: "provider_job_failed" })],
  [422, says("It failed. Nothing was charged.", { code: "generation_failed" })],
];

describe("what nobody can tell is unknown", () => {
  test.each(unknown.map(titled))("%s", (_, told) => {
    expect(read(told)).toMatchObject({ kind: "unknown", charged: null });
  });
});

describe("a failure that is said to be free is free", () => {
  test.each(free.map(titled))("%s", (_, told) => {
    expect(read(told)).toMatchObject({ kind: "free", charged: "no" });
  });
});

test("a refusal stays one though its code says that the work failed", () => {
  const told = says("Your prompt violates our content policy.", { code: "generation_failed" });

  expect(read([400, told])).toMatchObject({ kind: "refused", charged: "no" });
  expect(read([200, says("CUDA out of memory", { code: 400 })])).toMatchObject({
    kind: "broken",
    charged: "likely",
  });
});

test("a failure after a 2xx that says no more was likely charged", () => {
  expect(read([200, says("x", { code: "upstream_error" })])).toMatchObject({
    kind: "broken",
    charged: "likely",
  });
  expect(read([200, says("Provider returned error", { code: 502 })])).toMatchObject({
    kind: "broken",
  });
});
