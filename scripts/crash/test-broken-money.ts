import type { Evidence } from "./evidence.ts";
import { attempt, type Broken } from "./test-change-evidence.ts";
import { makeCharge, makeRequest } from "./test-evidence.ts";

/** What is wrong with money and presses. */
export const brokenMoney: readonly Broken[] = [
  ["charged-once", "a second charge", ({ ledger }) => charged(ledger, "one")],
  ["sent-as-allowed", "a second request after a 502", ({ ledger }) => sent(ledger, "two", 502)],
  [
    "sent-as-allowed",
    "a second 429 that no row tells of",
    ({ ledger }) => sent(ledger, "one", 429),
  ],
  ["sent-as-allowed", "a request for no attempt", ({ ledger }) => sent(ledger, "ghost", 200)],
  [
    "sent-as-allowed",
    "a request for what was canceled",
    (e) => attempt(e, "four", { state: "canceled" }),
  ],
  ["charges-told", "a charge for no attempt", ({ ledger }) => charged(ledger, "ghost")],
  ["charges-told", "a charge that the row denies", (e) => attempt(e, "two", { charged: "no" })],
  [
    "charges-told",
    "a picture that nobody charged",
    ({ ledger }) => ({
      ledger: { ...ledger, charges: ledger.charges.slice(1) },
    }),
  ],
  [
    "creates-kept",
    "an answered press that is gone",
    ({ rows }) => ({
      rows: { ...rows, generations: rows.generations.slice(1) },
    }),
  ],
  [
    "creates-kept",
    "two answers with two generations",
    ({ asked }) => ({
      asked: asked.flatMap((one) => [
        one,
        { ...one, status: 200, answer: { id: "other", attemptIds: [] } },
      ]),
    }),
  ],
  [
    "creates-kept",
    "two generations under one key",
    ({ rows }) => ({
      rows: {
        ...rows,
        generations: rows.generations.map((one) => ({ ...one, idempotencyKey: "key-good" })),
      },
    }),
  ],
  [
    "creates-kept",
    "a press with too few attempts",
    ({ rows }) => ({
      rows: { ...rows, attempts: rows.attempts.slice(1) },
    }),
  ],
  [
    "retries-once",
    "an attempt that was repeated twice",
    (e) => attempt(e, "four", { retryOfId: "two" }),
  ],
  [
    "retries-once",
    "an answered retry that is not there",
    ({ asked }) => ({
      asked: asked.map((one) => ({ ...one, operation: "retry", status: 200, attemptIds: ["one"] })),
    }),
  ],
  [
    "answers-expected",
    "an answer that helps nobody",
    ({ asked }) => ({
      asked: asked.map((one) => ({ ...one, status: 500 })),
    }),
  ],
];

function charged(ledger: Evidence["ledger"], attemptId: string): Partial<Evidence> {
  return { ledger: { ...ledger, charges: [...ledger.charges, makeCharge(attemptId)] } };
}

function sent(ledger: Evidence["ledger"], attemptId: string, status: number): Partial<Evidence> {
  return { ledger: { ...ledger, requests: [...ledger.requests, makeRequest(attemptId, status)] } };
}
