import { expect, test } from "vitest";
import { readCostMicros, readDelivered } from "#lib/engine/gateway/answer/read-delivered.ts";

test("what was not said is absent", () => {
  expect(readDelivered({ size: "64x64", quality: null })).toEqual({ size: "64x64" });
  expect(readDelivered({})).toEqual({});
});

test("a cost is known only by the gateway's word", () => {
  expect(readCostMicros({ usage: { total_tokens: 9, cost: 0.042 } })).toBe(42_000);
  expect(readCostMicros({ usage: { cost_usd: "0.0421" } })).toBe(42_100);
  expect(readCostMicros({ usage: { total_tokens: 9, cost: null } })).toBeNull();
  expect(readCostMicros({ usage: null })).toBeNull();
});

test.each([
  3000,
  "2147.483648",
  -5,
  1e300,
  "1e300",
  Number.NaN,
  "$0.04",
  "0.04 USD",
  {},
  [1],
  true,
])("%j is the cost of no picture", (cost) => {
  expect(readCostMicros({ usage: { cost: JSON.parse(JSON.stringify(cost)) } })).toBeNull();
});

test("the most that a picture can cost is kept", () => {
  expect(readCostMicros({ usage: { cost: "2147.483647" } })).toBe(2_147_483_647);
});

test.each([
  [{ cost: 0.3, currency: "CNY" }, null],
  [{ cost: 4, unit: "credits" }, null],
  [{ cost: 4, cost_unit: "credits" }, null],
  [{ cost: 4, currency: "USD", unit: "cents" }, null],
  [{ cost: 4, currency: "USD", scale: 2 }, null],
  [{ cost: 0.3, currency_code: "CNY" }, null],
  [{ cost: 0, cost_credits: 4 }, null],
  [{ cost: { amount: "0.04", currency: "USD" } }, 40_000],
  [{ total_cost: 4, billing_currency: "EUR" }, null],
  [{ cost: 0, currency: "CNY" }, 0],
  [{ cost: 0.3, currency: "CNY", cost_usd: 0.04 }, 40_000],
  [{ cost: 4, cost_usd: 0.04 }, 40_000],
  [{ cost: 0.04, currency: "USD" }, 40_000],
  [{ total_cost: 0.04, cost: 0 }, 40_000],
  [{ cost: 0, total_cost: 0.04 }, 40_000],
  [{ total_cost: 0.05, cost: 0.04 }, 50_000],
  [{ amount: 1, price: 2, total_tokens: 3 }, null],
  [{ cost: 0, is_byok: true, cost_details: { upstream_inference_cost: 0.04 } }, 40_000],
  [{ cost: 0.002, is_byok: true, cost_details: { upstream_inference_cost: 0.04 } }, 42_000],
  [{ cost: 0.002, is_byok: true, cost_details: { upstream_inference_cost: null } }, null],
  [{ cost: 0, is_byok: true }, null],
  [{ cost: 0.04, is_byok: false, cost_details: { upstream_inference_cost: 0.03 } }, 40_000],
  [{ cost: 0, is_byok: false, cost_details: { upstream_inference_cost: 0 } }, 0],
  [{ cost: 0, cost_details: { upstream_inference_cost: 0.04 } }, null],
  [{ cost: 0, input_cost: 0.01, output_cost: 0.03 }, null],
  [{ cost: 0, market_cost: "0.04" }, null],
  [{ cost: 0, saved_cost: 0.04, cost_before_discount: 0.04 }, 0],
  [{ cost: 0, input_cost: 0, output_cost: "0.00" }, 0],
] as [Record<string, unknown>, number | null][])("%j costs %j micros", (usage, micros) => {
  expect(readCostMicros({ usage })).toBe(micros);
});
