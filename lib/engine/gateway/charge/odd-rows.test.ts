import { describe, expect, test } from "vitest";
import { readCharge } from "#lib/engine/gateway/charge/read-charge.ts";

const ask = (row: object) => readCharge([{ request_id: "a", ...row }]);

describe("a failure beside money that is told in other words is not said to be free", () => {
  test.each([
    { cost: "$0.04" },
    { cost: "0.04 USD" },
    { cost_usd: "0,04" },
    { spend: 0.04 },
    { usage: { cost: 0.04 } },
    { costs: { total: 0.04 } },
    { pricing: { total_usd: "0.04" } },
    { cost_breakdown: { image: "0.04" } },
    { customer_cost_usd: 0.04 },
    { debit_usd: "0.04" },
    { usage_usd: 0.04 },
  ])("%j", (money) => {
    expect(ask({ status: "failed", ...money })).toBeNull();
  });
});

test.each([
  { spend: 0 },
  { cost: "$0.00" },
  { usage: { cost: 0, cost_details: { upstream_cost: null } } },
  { estimated_cost: 0.04, reserved_usd: "0.04", budget_usd: 10, balance_usd: "9.96" },
  { pricing: { output_usd_per_unit: "0.04", unit_cost: "0.04" }, max_cost: 1 },
  { charge_id: 17, billed_at: "2026-11-29T10:00:00Z", cost_center: "b-12" },
])("a failure is free beside what is no cost of its own: %j", (others) => {
  expect(ask({ status: "failed", ...others })).toEqual({ charged: "no", costMicros: 0 });
});

test.each([408, "499", 504, "524"])(
  "the status %j may have left a picture that nobody waited for",
  (status) => {
    expect(ask({ status })).toBeNull();
    expect(ask({ status, cost_usd: "0.04" })).toEqual({ charged: "yes", costMicros: 40_000 });
  },
);

test.each(["debit", "usage", "CHARGE"])("what a row of the kind %j takes away was paid", (type) => {
  expect(ask({ type, status: "completed", amount_usd: "-0.04" })).toEqual({
    charged: "yes",
    costMicros: 40_000,
  });
});
