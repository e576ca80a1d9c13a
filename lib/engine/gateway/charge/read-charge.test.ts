import { describe, expect, test } from "vitest";
import { isAbout } from "#lib/engine/gateway/charge/is-about.ts";
import { readCharge } from "#lib/engine/gateway/charge/read-charge.ts";

const ask = (...rows: object[]) =>
  readCharge(rows.map((row) => ({ request_id: "a", ...row }) as const));

describe("what is not the last word says nothing yet", () => {
  test.each([
    [{ status: "pending", billed: false }],
    [{ status: "processing", charged: false }],
    [{ status: "pending", refunded: true }],
    [{ status: "pending", cost_usd: "0.042" }],
    [{ status: "pending", billed: true, cost_usd: "0.042" }],
    [{ status: "running", failure_stage: "provider" }],
    [{ status: "failed", failure_stage: "provider" }, { status: "processing" }],
    [
      { status: "success", cost_usd: "0.04" },
      { status: "queued", cost_usd: "0" },
    ],
    ...[
      "PENDING_SETTLEMENT",
      "in-progress",
      "in progress",
      "IN_PROGRESS",
      "accepted",
      "streaming",
      "unsettled",
      "reserved",
      "authorized",
      "finalizing",
      "success_pending",
      "billing",
    ].map((status) => [{ status, cost: 0 }]),
    [{ state: "running", cost: "0" }],
    [{ status: "success", billing_status: "pending", cost: "0" }],
    [{ status: "success", settlementStatus: "unsettled", cost_usd: "0.04" }],
    [{ status: "timeout" }],
    [{ status: "timed_out", failure_stage: "provider" }],
    [{ status: "canceled" }],
    [{ status: "timeout" }, { status: "failed" }],
    [{ status: "client_disconnected", failure_stage: "delivery" }],
    [{ status: "failed", failure_stage: "delivery" }],
    [{ failure_stage: "storage" }],
    [{ status: "success", failure_stage: "provider" }],
    [{ status: "success", billed_usd: "0", cost_usd: "0.04" }],
    [{ billed: true, billing_status: "unbilled", cost_usd: "0.04" }],
    [{ amount: 1, currency: "image" }],
    [{ cost: "soon" }],
    [{ status: "success", cost_usd: "0.04", refund_status: "pending" }],
    [{ status: "success", cost_usd: "0.04", refund_status: "requested" }],
  ] as object[][])("%j", (...rows) => {
    expect(ask(...rows)).toBeNull();
  });
});

describe("what is billed is known to be", () => {
  test.each([
    [[{ status: "success", cost: "0", total_cost_usd: "0.04" }], 40_000],
    [[{ status: "success", price: 0, billed_usd: "0.04" }], 40_000],
    [[{ status: "success", price: "0.05", billed_usd: "0.04" }], 40_000],
    [[{ status: "success", failure_stage: "none" }], null],
    [[{ status: "success", failure_stage: "" }], null],
    [[{ status: "timeout", cost_usd: "0.04" }], 40_000],
    [[{ status: "client_disconnected", failure_stage: "delivery", cost_usd: "0.04" }], 40_000],
    [[{ billed: "true" }], null],
    [[{ status: "success", cost: 4, currency: "credits" }], null],
    [[{ status: "success", amount: 1, unit: "image" }], null],
    [[{ status: "success", cost: 4, currency: "credits", cost_usd: "0.04" }], 40_000],
    [[{ status: "success", cost: "0.04", currency: "usd" }], 40_000],
    [[{ status: "success", cost_usd: "0.04", refunded_usd: "0.01" }], 30_000],
    [[{ status: "success", cost_usd: "3000" }], null],
    [[{ status: "success", cost_usd: 1e300 }], null],
    [[{ status: "success", cost_usd: Number.NaN }], null],
    [
      [
        { status: "success", cost_usd: "2000" },
        { status: "success", cost_usd: "2000" },
      ],
      null,
    ],
    [
      [
        { status: "success", cost_usd: "0.04" },
        { status: "success", cost_usd: "0.04" },
        { type: "refund", amount: "0.04" },
      ],
      40_000,
    ],
    [[{ status: "success", cost_usd: "0.04" }, { status: "success" }], null],
    [[{ status: "success", cost_usd: "0.04", refund_status: "none", refunded_at: null }], 40_000],
    [[{ status: "success", cost_usd: "0.04", refund_status: "not_refunded" }], 40_000],
    [[{ status: "success", cost_usd: "0.04", refund_status: "failed" }], 40_000],
    [[{ status: "success", cost_usd: "0.04", refund: null }], 40_000],
    [[{ status: "success", cost_usd: "0.04", refund_status: "partially_refunded" }], null],
    [[{ status: "partially_refunded", cost_usd: "0.04" }], null],
    [[{ status: "success", cost_usd: "0.04", refund: { status: "failed", amount: 0.04 } }], 40_000],
    [[{ status: "success", cost_usd: "0.04", refund_eligible: true, refunds: [] }], 40_000],
    ...[
      { refund_amount_cents: 4 },
      { refund_amount: 1, refund_unit: "cents" },
      { refunded_credits: 4 },
      { refund_id: "re_1" },
    ].map((refund) => [[{ status: "success", cost_usd: "0.04", ...refund }], null]),
    ...[
      { cost: 4, currency: "USD", unit: "cents" },
      { cost: 4, unit: "credits" },
      { cost_cents: 4 },
      { cost_in_usd_ticks: 420_000_000, cost: 0 },
      { cost_nano_usd: 42_000_000 },
      { billed_amount_cents: 4 },
      { credits_charged: 4 },
    ].map((cost) => [[{ status: "failed", ...cost }], null]),
    ...[
      { billing: { cost_usd: "0.04", status: "settled" } },
      { cost: { amount: "0.04", currency: "USD" } },
      { cost: { usd: 0.04 } },
      { charges: [{ amount: "0.04" }] },
    ].map((bill) => [[{ status: "failed", ...bill }], 40_000]),
    [
      [
        { status: "success", cost_usd: "0.04" },
        { type: "refund", status: "failed", amount: "0.04" },
      ],
      40_000,
    ],
    [[{ status: "success", cost_usd: "0.04", refunded: true, refund_amount: "0.01" }], 30_000],
  ] as [object[], number | null][])("%j", (rows, costMicros) => {
    expect(ask(...rows)).toEqual({ charged: "yes", costMicros });
  });
});

describe("what is free, or was paid back, is known to be", () => {
  test.each([
    [{ status: "refunded", cost_usd: "0.04" }],
    [{ status: "reversed", cost_usd: "0.04" }],
    [{ billed: "false" }],
    ...["unbilled", "not_billed", "not_charged", "uncharged"].flatMap((status) => [
      [{ status: "success", billing_status: status, cost_usd: "0.042" }],
      [{ status: "failed", charge_status: status, cost_usd: "0.042" }],
    ]),
    [{ status: "failed", billed: 0 }],
    [{ status: "success", refunded: "true", cost_usd: "0.04" }],
    [
      { status: "success", cost_usd: "0.04" },
      { type: "refund", amount: "0.04" },
    ],
    [
      { status: "success", cost_usd: "0.04" },
      { kind: "Refund", status: "success", amount: 0.04 },
    ],
    [{ status: "success", cost_usd: "0.04", refunded_usd: "0.04" }],
    [{ status: "success", cost_usd: "0.04", refund_status: "refunded" }],
    [{ status: "success", cost_usd: "0.04", refundStatus: "COMPLETED" }],
    [{ status: "success", cost_usd: "0.04", refunded_at: "2026-11-29T10:00:00Z" }],
    [{ status: "success", cost_usd: "0.04", refund: true }],
    [{ status: "success", cost_usd: "0.04", refund: { status: "succeeded", amount: "0.04" } }],
    [{ status: "success", cost_usd: "0.04", refund: { created_at: 1764412800 } }],
    [{ status: "failed", cost: 0, currency: "credits" }],
    [{ status: "failed", cost_cents: 0, credits_remaining: 96 }],
    [{ status: "failed", amount: 1, unit: "image" }],
    [{ status: "success", billing: { charged: false } }],
    [{ status: "success", cost_usd: "0.04", amount_refunded: "0.04" }],
    [{ status: "success", cost_usd: "0.04", refunds: [{ amount: "0.04" }] }],
    [{ status: "success", cost_usd: "0.04", reversed_at: "2026-11-29T10:00:00Z" }],
    [{ status: "success", cost_usd: "0.04", voided: true }],
    [
      { status: "success", cost_usd: "0.04" },
      { type: "refund", refund_amount: "0.04" },
    ],
    [{ status: "timeout", cost_usd: "0" }],
    [{ status: "failed", failure_stage: "moderation" }],
  ] as object[][])("%j", (...rows) => {
    expect(ask(...rows)).toEqual({ charged: "no", costMicros: 0 });
  });
});

describe("a row is about a request by an id of its own", () => {
  test.each([
    [{ request_id: "a" }, true],
    [{ id: "use_1", requestId: "a" }, true],
    [{ request_id: "theirs", client_request_id: "a" }, true],
    [{ request_id: "theirs", metadata: { idempotency_key: "a" } }, true],
    [{ request: { id: "a" } }, true],
    [{ type: "refund", refund_of: "a", amount: 1 }, true],
    [{ type: "refund", original_request_id: "a" }, true],
    [{ request_id: "other", retry_of: "a" }, false],
    [{ request_id: "other", parent_request_id: "a" }, false],
    [{ request_id: "other", original: { request_id: "a" } }, false],
    [{ request_id: "other", prompt: "a", note: "a" }, false],
  ])("%j", (row, isOurs) => {
    expect(isAbout(row, new Set(["a"]))).toBe(isOurs);
  });
});
