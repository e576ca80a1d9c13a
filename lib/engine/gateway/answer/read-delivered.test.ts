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
