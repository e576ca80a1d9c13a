import { describe, expect, test } from "vitest";
import { read, type Told, titled } from "#lib/meshapi/failure/test-told.ts";

const failed = (details: object[]) => ({
  error: { code: "all_models_failed", message: "All models failed", details },
});
const attempted = (attempts: object[], name = "attempts") => ({
  error: { message: "All providers failed", [name]: attempts },
});
const refused = { model: "a", code: "content_policy_violation" };
const overloaded = { model: "a", code: "provider_overloaded" };
const timedOut = { model: "b", code: "provider_timeout" };
const nested = { error: { code: "content_filter", message: "Blocked." } };
const late = { error: { code: "timeout", message: "timed out after 120 s" } };

const unsure: Told[] = [
  ...[400, 424, 500, 502, 503, 504, 200].flatMap((status): Told[] => [
    [status, failed([refused, timedOut])],
    [status, failed([{ model: "a", code: "insufficient_credits" }, timedOut])],
    [status, failed([overloaded, timedOut])],
  ]),
  [502, { errors: [{ code: "moderation_blocked" }, { code: "gpu_lost" }] }],
  [502, attempted([nested, late])],
  [502, attempted([nested, late], "fallbacks")],
  [502, attempted([{ message: "Not charged." }, { message: "Timeout" }])],
  [502, { error: { message: "No.", warnings: [{ code: "moderation_blocked" }] } }],
  [502, { error: { message: "No.", checks: [{ code: "nsfw" }] } }],
  [429, { error: { code: "rate_limit_exceeded", attempts: [{ code: "timeout" }, { code: 429 }] } }],
  [429, { error: { code: "rate_limit_exceeded", retries: [{ status: 504 }] } }],
  [400, { error: { message: "No.", code: "moderation_blocked", attempts: [{ code: 504 }] } }],
];

describe("where one of several may have been paid for, nobody can tell:", () => {
  test.each(unsure.map(titled))("%s", (_, told) => {
    expect(read(told)).toMatchObject({ kind: "unknown", charged: null });
  });

  test("and after a 2xx it was, likely", () => {
    const body = attempted([{ status: 401 }, { status: 504 }], "fallbacks");
    expect(read([200, body])).toMatchObject({ kind: "broken", charged: "likely" });
    const errors = [{ code: "content_filter" }, { code: "gpu_lost" }];
    expect(read([200, { errors }])).toMatchObject({ kind: "broken", charged: "likely" });
  });
});

const sure: [Told, string][] = [
  [[502, attempted([nested, nested])], "refused"],
  [[400, { errors: [{ code: "moderation_blocked" }, { code: "bad_size" }] }], "refused"],
  [[200, { data: [nested, nested] }], "refused"],
  [
    [
      504,
      { error: { code: "provider_timeout", message: "Nothing was charged.", attempts: [late] } },
    ],
    "free",
  ],
];

test.each(sure.map(([told, kind]) => [...titled(told), kind] as const))(
  "what all of them say is believed: %s",
  (_, told, kind) => {
    expect(read(told)).toMatchObject({ kind, charged: "no" });
  },
);
