import { expect, test } from "vitest";
import { toMicros } from "#lib/engine/gateway/charge/to-micros.ts";

test.each([
  ["0.04", 40_000],
  ["0", 0],
  [" 1 ", 1_000_000],
  ["1e-3", 1_000],
  [".04", 40_000],
  ["4.", 4_000_000],
  [0.1, 100_000],
  ["", null],
  [".", null],
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
