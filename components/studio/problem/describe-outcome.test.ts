import { describe, expect, test } from "vitest";
import { attemptOf, gateway } from "#components/data/records/test-records.ts";
import { describeProblem } from "#components/studio/problem/describe-problem.ts";
import type { AttemptView } from "#lib/contract/generation-view.ts";
import { english as t } from "#messages/english.server.ts";
import { because } from "#messages/reason.ts";

function problemOf(code: string, { field = null, ...given }: ProblemOptions = {}) {
  const error = {
    code,
    reason: because("said", { said: "As it was told." }),
    detail: "raw",
    field,
  };
  const attempt = attemptOf({ state: "failed", charged: "no", error, ...given });
  return describeProblem(attempt, { gateway, t });
}

type ProblemOptions = Partial<AttemptView> & { field?: string | null };

const estimatedCostMicros = 40_000;

describe("an outcome about which the gateway can be asked", () => {
  const sent = { state: "unknown", charged: null, estimatedCostMicros } as const;
  const settleAt = "2026-01-01T12:01:00Z";
  const settledAt = "2026-01-01T12:02:00Z";

  test("is asked about by itself, and by a press, which is free and comes first", () => {
    expect(problemOf("timeout", { ...sent, settleCount: 1, settleAt })).toMatchObject({
      title: "Outcome unknown",
      until: { at: settleAt, message: "problem.billIn" },
      steps: ["ask-gateway", "open-gateway", "retry-with-warning"],
    });
    expect(problemOf("no_picture", { charged: "likely", settleCount: 0 }).steps).toEqual([
      "ask-gateway",
      "retry-with-warning",
    ]);
  });

  test("and was not billed is asked for again by one press", () => {
    expect(
      problemOf("timeout", { ...sent, charged: "no", settleCount: 2, settledAt }),
    ).toMatchObject({
      title: "No picture came",
      billed: "Not billed: the gateway says so",
      costEach: null,
      steps: ["retry"],
      tone: "neutral",
    });
  });

  test("and was billed says so, and what it cost", () => {
    const billed = { charged: "yes", actualCostMicros: 41_000, settleCount: 2, settledAt } as const;
    expect(problemOf("timeout", { ...sent, ...billed })).toMatchObject({
      title: "No picture came",
      billed: "Billed: the gateway says so",
      costEach: "$0.041",
      steps: ["open-gateway", "retry-with-warning"],
    });
  });

  test("says where else to look only where nobody asks by itself", () => {
    const cause = (given: Partial<AttemptView>) =>
      problemOf("timeout", { ...sent, ...given }).cause;
    const lookFirst = "As it was told. Look into the gateway's log before you ask again.";

    expect(cause({ settleCount: 1, settleAt })).toBe("As it was told.");
    expect(cause({ settleCount: 40, settleAt: null })).toBe(lookFirst);
    expect(cause({ settleCount: null })).toBe(lookFirst);
    for (const charged of ["yes", "no"] as const) {
      expect(cause({ charged, settleCount: 1, settledAt })).toBe("As it was told.");
    }
  });

  test("and that failed says so as well", () => {
    const problem = problemOf("no_picture", { charged: "no", settleCount: 1, settledAt });
    expect(problem.billed).toBe("Not billed: the gateway says so");
    expect(problem.steps).toEqual(["retry"]);
  });
});

test("an address that was fetched again in vain says when", () => {
  const imageUrl = "https://pictures.example/1.png";
  const fetchTriedAt = "2026-01-01T12:00:30.000Z";
  expect(problemOf("picture_unavailable", { imageUrl, fetchTriedAt }).triedAt).toBe(fetchTriedAt);
  expect(problemOf("picture_unavailable", { imageUrl }).triedAt).toBeNull();
});
