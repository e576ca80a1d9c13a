import type { NextStep } from "#components/queue/problem-words.ts";
import { describeProblem, type Problem } from "#components/studio/problem/describe-problem.ts";
import type { ProblemGroup } from "#components/studio/problem/group-problems.ts";
import type { GatewayRef } from "#lib/contract/gateway-view.ts";
import type { AttemptView } from "#lib/contract/generation-view.ts";
import type { Words } from "#messages/create-words.ts";

export interface GroupWords {
  /** "6 pictures: Gateway not reached." */
  title: string;
  /** "Not billed.", or how many were billed how. */
  bill: string;
  /** The provider's words, verbatim. */
  quote: string | null;
  /** The likeliest thing to do; the others are among the details. */
  steps: readonly NextStep[];
  /** That of the first. */
  problem: Problem;
}

interface GroupContext {
  gateway: GatewayRef;
  isKeyGiven: boolean;
  t: Words;
}

/** What a group of problems says in one line; null of an empty one. */
export function describeGroup(
  { attempts, parts, isStopped, isPartly }: ProblemGroup,
  context: GroupContext,
): GroupWords | null {
  const { gateway, t } = context;
  const [first] = attempts;
  if (!first) return null;

  const describe = (attempt: AttemptView) => describeProblem(attempt, { ...context, isPartly });
  const problem = describe(first);
  const isRefused = first.error?.code === "refused";
  const count = attempts.length;
  const steps = parts.flatMap(([one]) => (one ? describe(one).steps : []));
  return {
    problem,
    title: isStopped
      ? t("problem.stoppedAll", { count })
      : t("problem.severalSaid", { count, title: problem.title }),
    bill:
      parts.length > 1 && gateway.paid ? countBills(parts, t) : describeBill(problem, { count, t }),
    quote: isRefused ? problem.cause : null,
    steps: isStopped ? [retryOf(steps)] : isRefused ? problem.steps : firstOf(problem),
  };
}

/** "Not billed.", or "May have been billed (~$0.04 each).". */
export function describeBill(
  { billed, costEach }: Pick<Problem, "billed" | "costEach">,
  { count, t }: { count: number; t: Words },
): string {
  return t("problem.bill", { billed, cost: costEach ?? "none", count });
}

function countBills(parts: ProblemGroup["parts"], t: Words): string {
  const counts = new Map<AttemptView["charged"], number>();
  for (const { charged } of parts.flat()) counts.set(charged, (counts.get(charged) ?? 0) + 1);
  const told = [...counts].map(([charged, count]) =>
    t("problem.billCount", { count, charged: charged ?? "unknown" }),
  );
  return `${told.join(", ")}.`;
}

/** What may have been paid for is asked for again by two presses, and so is all that is asked for with it. */
function retryOf(steps: readonly NextStep[]): NextStep {
  return steps.includes("retry-with-warning") ? "retry-with-warning" : "retry";
}

/** Where something can be done here, that is nearer than the gateway's own site; but a balance is seen to there. */
function firstOf({ steps, tone }: Problem): readonly NextStep[] {
  const here = tone === "warning" ? steps.find((step) => step !== "open-gateway") : undefined;
  return here ? [here] : steps.slice(0, 1);
}
