import type { HealthProblem } from "#lib/contract/health-view.ts";

/** What one check found. */
export interface CheckResult {
  /** For `HealthView.checks`. */
  facts: object;
  /** With these the studio serves, and a person should look. */
  degraded: HealthProblem[];
  /** With these it cannot do its work. */
  failing: HealthProblem[];
}

/** A result with nothing wrong but what is given. */
export function checkResult(
  facts: object,
  problems: Partial<Pick<CheckResult, "degraded" | "failing">> = {},
): CheckResult {
  return { facts, degraded: problems.degraded ?? [], failing: problems.failing ?? [] };
}
