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
