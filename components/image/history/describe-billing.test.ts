import { expect, test } from "vitest";
import { attemptOf, gateway, painter } from "#components/data/records/test-records.ts";
import { describeBilling } from "#components/image/history/describe-billing.ts";
import { english as t } from "#messages/english.server.ts";
import { because } from "#messages/reason.ts";

const estimatedCostMicros = 40_000;
const restored = {
  code: "restored",
  reason: because("said", { said: "It waited." }),
  field: null,
  detail: null,
};

test.each([
  [{ state: "queued" }, "Would be billed ~$0.04, by the gateway's price list"],
  [{ state: "receiving" }, "May be billed ~$0.04, by the gateway's price list"],
  [{ state: "storing" }, "Billed ~$0.04, by the gateway's price list"],
  [{ state: "unknown" }, "May have been billed ~$0.04, by the gateway's price list"],
  [{ state: "failed", charged: "likely" }, "Probably billed ~$0.04, by the gateway's price list"],
  [{ state: "failed", charged: "no" }, "Not billed"],
  [
    { state: "canceled", charged: "no", error: restored },
    "Not billed by this studio; what was done after the backup is not known here",
  ],
  [
    { state: "succeeded", charged: "yes", actualCostMicros: 42_100 },
    "Billed $0.0421, by the gateway's word",
  ],
] as const)("%j: %s", (given, billing) => {
  expect(describeBilling(attemptOf({ estimatedCostMicros, ...given }), { gateway, t })).toBe(
    billing,
  );
});

test("a price that nobody told is said to be unknown, and what costs nothing is free", () => {
  const attempt = attemptOf({ state: "succeeded", charged: "yes" });
  expect(describeBilling(attempt, { gateway, t })).toBe("Billed; the price is not known");
  expect(describeBilling(attempt, { gateway: painter, t })).toBe("Free");
});
