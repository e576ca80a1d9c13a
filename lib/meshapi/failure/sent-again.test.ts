import { describe, expect, test } from "vitest";
import { read, says, type Told, titled } from "#lib/meshapi/failure/test-told.ts";

const wait = { "retry-after": "1" };

/** Each speaks of its pace, or of a time to wait, where that is no proof that nothing was begun. */
const unsure: Told[] = [
  [408, says("Request timed out", { type: "requests", code: "timeout" })],
  [408, "", wait],
  [409, says("The row changed after generation", { code: "concurrent_modification" })],
  [409, says("Try again in 2 seconds", { code: "rate_limit_exceeded" }), wait],
  [424, says("The provider throttles", { code: "provider_throttled" })],
  [425, says("Too early", { code: "too_many_requests" })],
  [499, says("The client left", { code: "too_many_requests_pending" })],
  [529, says("Overloaded", { code: "rate_limit_error" }), wait],
  [500, says("Slow down", { code: "rate_limit_exceeded", retry_after_seconds: 1 }), wait],
  [502, says("Bad gateway"), wait],
  [504, says("Timed out", { retry_after: 1 }), wait],
  [503, says("lost the connection to the provider", { retry_after_seconds: 1 })],
  [503, says("Unavailable", { details: [{ retryDelay: "3s" }] })],
  [503, says("Unavailable"), { "retry-after-ms": "1000" }],
  [503, says("Unavailable"), { "retry-after": "soon" }],
  [503, says("Unavailable"), { "retry-after": "maintenance until 12" }],
  [503, says("The image was generated and billed, but storage is unavailable"), wait],
  [503, says("You were charged; the picture could not be delivered."), wait],
  [503, { error: { message: "Storage is unavailable", charged: true } }, wait],
  [503, says("No.", { code: "provider_timeout" }), wait],
  [429, says("The request was billed, but its picture waits in a queue.")],
];

/** By the table these are refusals; to send one again is a person's word. */
const failed: [Told, string][] = [
  [[403, says("Too fast.", { code: "rateLimitExceeded" }), wait], "forbidden"],
  [[400, says("Slow down.", { code: "throttling" }), wait], "invalid"],
  [[422, says("Slow down.", { code: "too_many_requests" })], "invalid"],
  [[503, says("Busy.", { code: "provider_overloaded", retry_after_seconds: 5 })], "free"],
];

const again: Told[] = [
  [429, ""],
  [429, says("Slow down.", { code: "rate_limit_exceeded" })],
  [503, "", wait],
  [503, says("Busy. You will not be charged for this request."), wait],
  [503, says("Unavailable"), { "retry-after": "Wed, 21 Oct 2099 07:28:00 GMT" }],
];

describe("only a 429, or a 503 with the header Retry-After, is sent again by itself", () => {
  test.each(unsure.map(titled))("%s is unknown", (_, told) => {
    expect(read(told)).toMatchObject({ kind: "unknown", charged: null });
  });

  test.each(failed.map(([told, kind]) => [...titled(told), kind] as const))(
    "%s has failed",
    (_, told, kind) => {
      expect(read(told)).toMatchObject({ kind, charged: "no" });
    },
  );

  test.each(again.map(titled))("%s asks to wait", (_, told) => {
    expect(read(told)).toMatchObject({ kind: "rate", charged: "no" });
  });
});
