import { expect, test } from "vitest";
import { attemptOf, generationOf } from "#components/data/records/test-records.ts";
import { describeSettled } from "#components/studio/actions/describe-settled.ts";
import { english as t } from "#messages/english.server.ts";

const settledAt = "2026-01-01T12:00:00Z";
const open = attemptOf({ settleCount: 1 });
const billed = attemptOf({ settleCount: 1, settledAt, charged: "yes" });
const free = attemptOf({ settleCount: 1, settledAt, charged: "no" });
const succeeded = attemptOf({ settleCount: 0, state: "succeeded" });

test.each([
  ["The gateway does not know yet", [free, open, succeeded]],
  ["The gateway does not know yet", [succeeded]],
  ["The gateway says: billed", [billed, succeeded]],
  ["The gateway says: not billed", [free, free]],
  ["The gateway says: 1 of 2 billed", [free, billed]],
])("%s", (words, attempts) => {
  expect(describeSettled(generationOf({ attempts }), t)).toBe(words);
});
