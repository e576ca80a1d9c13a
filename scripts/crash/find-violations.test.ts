import { expect, test } from "vitest";
import { findViolations } from "./find-violations.ts";
import { rules } from "./rules.ts";
import { brokenImages } from "./test-broken-images.ts";
import { brokenMoney } from "./test-broken-money.ts";
import { brokenTruth } from "./test-broken-truth.ts";
import { makeEvidence } from "./test-evidence.ts";

test("a faultless run has no violation", () => {
  expect(findViolations(makeEvidence())).toEqual([]);
});

const broken = [...brokenMoney, ...brokenImages, ...brokenTruth];

test.each(broken)("%s catches %s", (rule, _what, breakIt) => {
  const evidence = makeEvidence();
  const violations = findViolations({ ...evidence, ...breakIt(evidence) });
  expect(violations.map((violation) => violation.rule)).toContain(rule);
});

test("every rule is seen to catch something", () => {
  expect(new Set(broken.map(([rule]) => rule))).toEqual(new Set(rules.map(({ name }) => name)));
});

test("what was refused for now may be canceled", () => {
  const { ledger } = makeEvidence();
  const refused = ledger.requests.map((request) => ({ ...request, status: 429 }));
  const attempts = makeEvidence().rows.attempts.map((attempt) => ({
    ...attempt,
    state: "canceled",
    refusedCount: 2,
  }));
  const evidence = { ...makeEvidence(), ledger: { ...ledger, requests: refused } };
  const rows = { ...evidence.rows, attempts };
  const broken = findViolations({ ...evidence, rows }).map(({ rule }) => rule);
  expect(broken).not.toContain("sent-as-allowed");
});

test("who asks while the database is away may be told so, and of no error without a reason", () => {
  const evidence = makeEvidence();
  const answered = (status: number) => ({
    ...evidence,
    asked: evidence.asked.map((one) => ({ ...one, status })),
  });
  const broken = (status: number) => findViolations(answered(status)).map(({ rule }) => rule);
  expect(broken(503)).not.toContain("answers-expected");
  expect(broken(500)).toContain("answers-expected");
});
