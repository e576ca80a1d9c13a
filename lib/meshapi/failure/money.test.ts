import { describe, expect, test } from "vitest";
import { read, says, type Told, titled } from "#lib/meshapi/failure/test-told.ts";

const money: Told[] = [
  [402, ""],
  [402, says("Insufficient credits. Add more.", { code: 402 })],
  [400, says("Billing hard limit has been reached", { code: "billing_hard_limit_reached" })],
  [
    429,
    says("You exceeded your current quota, please check your plan and billing details.", {
      type: "insufficient_quota",
      code: null,
    }),
  ],
  [
    429,
    says("Slow down.", { type: "insufficient_quota", code: "rate_limit_exceeded" }),
    { "retry-after": "3" },
  ],
  [
    429,
    says(
      "litellm.RateLimitError: OpenAIException - You exceeded your current quota, please check your plan and billing details.",
      { type: "throttling_error", code: "429" },
    ),
  ],
  [400, { error: "not enough api tokens", path: "$", code: "unexpected" }],
  [200, says("Insufficient credits", { code: 402 })],
  [200, says("No more.", { code: "insufficient_credits" })],
  [200, says("No more.", { code: "spend_limit_exceeded" })],
  [200, says("No more.", { code: "credit_exhausted" })],
  [200, { Response: { Error: { Code: "ResourceUnavailable.InArrears", Message: "Stopped" } } }],
  [200, { base_resp: { status_code: 1008, status_msg: "insufficient balance" } }],
  [403, { code: 30001, message: "Sorry, your account balance is insufficient" }],
  [403, says("The account has an overdue balance.", { code: "AccountOverdueError" })],
  [
    400,
    {
      code: "Arrearage",
      message: "Access denied, please make sure your account is in good standing.",
    },
  ],
  [403, { code: "AllocationQuota.FreeTierOnly", message: "The free tier is exhausted." }],
  [403, { detail: "User is locked. Reason: Exhausted balance." }],
  [
    400,
    says("Your credit balance is too low to access the API.", { type: "invalid_request_error" }),
  ],
  [429, says("账户余额不足", { code: "1113" })],
  [
    429,
    {
      code: "x",
      error:
        "Your team has either used all available credits or reached its monthly spending limit.",
    },
  ],
  [
    400,
    says("Budget has been exceeded! Current cost: 1.2, Max budget: 1.0", {
      type: "budget_exceeded",
    }),
  ],
  [500, says("x", { code: "insufficient_user_quota" })],
];

const rate: Told[] = [
  [429, ""],
  [
    429,
    says("Rate limit reached. Add a payment method to raise it: see account/billing.", {
      code: "rate_limit_exceeded",
      type: "requests",
    }),
  ],
  [429, says("You have exceeded your requests per minute quota.", { code: "quota_exceeded" })],
  [429, says("You exceeded your current quota.", { code: "rate_limit_exceeded" })],
  [
    429,
    says("You exceeded your current quota, please check your plan and billing details.", {
      code: 429,
      status: "RESOURCE_EXHAUSTED",
      details: [{ quotaId: "GenerateRequestsPerDayPerProjectPerModel" }, { retryDelay: "34s" }],
    }),
  ],
  [
    429,
    {
      code: "Throttling.AllocationQuota",
      message: "Allocated quota exceeded, please increase your quota limit.",
    },
  ],
  [503, says("Busy.", { code: "server_busy" }), { "retry-after": "5" }],
  [429, says("Engine is overloaded", { code: "1305" })],
];

describe("money is money, whatever the status", () => {
  test.each(money.map(titled))("%s", (_, told) => {
    expect(read(told)).toMatchObject({ kind: "money", charged: "no" });
  });
});

describe("the pace is no money", () => {
  test.each(rate.map(titled))("%s", (_, told) => {
    expect(read(told)).toMatchObject({ kind: "rate", charged: "no" });
  });

  test("and told after a 2xx it is no word that this time was free, unless it says so", () => {
    const code = "rate_limit_exceeded";
    const base_resp = { status_code: 1002, status_msg: "rate limit exceeded(RPM)" };

    for (const body of [says("Slow.", { code }), says("Slow.", { code: 429 }), { base_resp }]) {
      expect(read([200, body])).toMatchObject({ kind: "broken", charged: "likely" });
    }
    expect(read([200, says("Slow. You were not charged.", { code })])).toMatchObject({
      kind: "free",
      charged: "no",
    });
  });
});

test.each<[Told, number | null]>([
  [[429, "", { "retry-after": "2" }], 2],
  [[429, says("Slow.", { retry_after_seconds: 3 })], 3],
  [[429, { retry_after: 4, message: "Slow." }], 4],
  [[429, says("Slow.", { details: [{ retryDelay: "34s" }] })], 34],
  [[429, says("Limit 5, used 5. Please try again in 12.5s. Visit us.")], 12.5],
  [[429, says("Please try again in 1m30s.")], 90],
  [[429, says("Please retry after 26 seconds.")], 26],
  [[429, says("Please try again in 500ms.")], 0.5],
  [[429, says("Please try again later.")], null],
  [[503, says("Please retry after 26 seconds.")], null],
])("of %j, the time to wait is %s", (told, seconds) => {
  expect(read(told).retryAfterSeconds).toBe(seconds);
});
