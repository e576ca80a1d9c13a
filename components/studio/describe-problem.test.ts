import { expect, test } from "vitest";
import { describeProblem } from "#components/studio/describe-problem.ts";
import { attemptOf } from "#components/studio/test-records.ts";
import type { AttemptView } from "#lib/generation/generation-view.ts";

function problemOf(code: string, given: Partial<AttemptView> = {}) {
  const error = { code, message: "As the gateway said it.", detail: "raw", field: null };
  const attempt = attemptOf({ state: "failed", charged: "no", error, ...given });
  return describeProblem(attempt, "gateway");
}

test.each([
  ["unauthorized", "Gateway key rejected", "open-settings", "danger"],
  ["payment_required", "Balance used up", "open-gateway", "danger"],
  ["rate_limited", "The gateway is busy", "retry", "warning"],
  ["refused", "Declined by the provider", "edit-prompt", "neutral"],
  ["invalid_parameter", "A setting was not accepted", "edit-request", "danger"],
] as const)("%s says %s and leads to %s", (code, title, next, tone) => {
  expect(problemOf(code)).toMatchObject({ title, next, tone, cause: "As the gateway said it." });
});

test("an unknown outcome says that it may have been billed, and warns before a retry", () => {
  const problem = problemOf("connection_lost", {
    state: "unknown",
    charged: null,
    estimatedCostMicros: 40_000,
  });
  expect(problem).toMatchObject({
    title: "Outcome unknown: may have been billed",
    billed: "May have been billed",
    costEach: "~$0.04",
    next: "retry-with-warning",
    tone: "warning",
  });
});

test.each([
  ["no", "Not billed", null],
  ["likely", "Probably billed", "~$0.04"],
  ["yes", "Billed", "~$0.04"],
] as const)("what was charged (%s) is said", (charged, billed, costEach) => {
  const problem = problemOf("bad_answer", { charged, estimatedCostMicros: 40_000 });
  expect(problem).toMatchObject({ billed, costEach });
});

test("a code that nobody knows is retried at once only where nothing was billed", () => {
  expect(problemOf("from_the_future")).toMatchObject({ next: "retry", title: "No picture" });
  expect(problemOf("from_the_future", { charged: "likely" }).next).toBe("retry-with-warning");
});

test("what a person stopped is asked for again by two presses where it may have been billed", () => {
  expect(problemOf("stopped", { charged: "likely" }).next).toBe("retry-with-warning");
  expect(problemOf("stopped").next).toBe("retry");
});

test("the painter never bills", () => {
  const attempt = attemptOf({ state: "failed", charged: "no" });
  expect(describeProblem(attempt, "painter").billed).toBe("The painter is free");
});
