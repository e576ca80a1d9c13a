import { expect, test } from "vitest";
import { readCostMicros, readDelivered, toMicros } from "./read-delivered.ts";

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
  ["0.04", 40_000],
  ["0", 0],
  [" 1 ", 1_000_000],
  ["1e-3", 1_000],
  [0.1, 100_000],
  ["", null],
  ["free", null],
  ["-1", null],
  ["0x10", null],
  [-1, null],
  [Number.NaN, null],
  [1e300, null],
  [null, null],
  [undefined, null],
])("%j dollars are %s micros", (dollars, micros) => {
  expect(toMicros(dollars)).toBe(micros);
});
