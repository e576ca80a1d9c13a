import { describe, expect, test } from "vitest";
import { read, says, type Told, titled } from "#lib/meshapi/failure/test-told.ts";

/** Gemini's, of a quota with this name and limit. */
const exhausted = (metric: string, limit: number): object =>
  says(
    `You exceeded your current quota, please check your plan and billing details.\n* Quota exceeded for metric: ${metric}, limit: ${limit}, model: gemini-2.5-flash-image\nPlease retry in 34.07s.`,
    { code: 429, status: "RESOURCE_EXHAUSTED", details: [{ retryDelay: "34s" }] },
  );
/** Ark's and BytePlus's. */
const ark = (code: string, message: string): object =>
  says(message, { code, type: "TooManyRequests" });
const zhipu = (code: string, message: string): object => says(message, { code });

const money: Told[] = [
  [403, { detail: "User is locked. Reason: TOP_UP." }],
  [429, exhausted("generate_content_free_tier_requests", 0)],
  [429, { code: "Throttling.AllocationQuota", message: "Free allocated quota exceeded." }],
  [429, { code: "CommodityNotPurchased", message: "Commodity has not purchased yet." }],
  [429, { code: "PostpaidBillOverdue", message: "The postpaid bill is overdue." }],
  [
    429,
    ark(
      "SetLimitExceeded",
      "Your account has reached the set inference limit for the model, and the model service has been paused.",
    ),
  ],
  [429, ark("ModelQuotaExhausted", "Your account has exhausted its free quota for the model.")],
  [429, ark("QuotaExceeded", "Your account has exceeded its free trial quota for the model.")],
  [429, zhipu("1113", "Insufficient balance or no resource package. Please recharge.")],
  [429, zhipu("1309", "Your GLM Coding Plan package has expired and is temporarily unavailable.")],
  [
    429,
    zhipu("1310", "Weekly/Monthly Limit Exhausted. Your limit will reset at 2026-12-01 02:10:00"),
  ],
  [
    429,
    {
      Response: {
        Error: { Code: "ResourceInsufficient.ChargeResourceExhaust", Message: "资源包已耗尽。" },
      },
    },
  ],
  [429, says("Monthly request quota exhausted for your plan.")],
  [429, says("You have used up your monthly quota of images.", { code: "quota_exceeded" })],
  [429, says("本月调用次数已用完")],
];

const rate: Told[] = [
  [429, { detail: "Reached concurrent requests limit of 2" }],
  [429, exhausted("generate_content_free_tier_requests", 50)],
  [429, says("Daily quota of 100 images exceeded.", { code: "quota_exceeded" })],
  [
    429,
    {
      errors: [
        {
          message:
            "you have used up your daily free allocation of 10,000 neurons, please upgrade to the paid plan",
          code: 4006,
        },
      ],
    },
  ],
  [429, ark("ModelAccountIpmRateLimitExceeded", "The account's IPM limit is reached.")],
  [429, ark("ServerOverloaded", "The service is currently unable to handle the request.")],
  [429, zhipu("1302", "您当前使用该API的并发数过高,请降低并发,或联系客服增加限额")],
  [429, zhipu("1303", "您当前使用该API的频率过高,请降低频率,或联系客服增加限额")],
  [429, zhipu("1304", "该API已达今日调用次数限额,如有更多请求,请联系客服购买")],
  [
    429,
    zhipu("1308", "Usage limit reached for 5 hour. Your limit will reset at 2026-12-01 02:10:00"),
  ],
];

describe("a quota that a person must raise, or that takes weeks to fill, pauses the key as money does", () => {
  test.each(money.map(titled))("%s", (_, told) => {
    expect(read(told)).toMatchObject({ kind: "money", charged: "no" });
  });
});

describe("a quota that fills again within a day is waited for", () => {
  test.each(rate.map(titled))("%s", (_, told) => {
    expect(read(told)).toMatchObject({ kind: "rate", charged: "no" });
  });
});
