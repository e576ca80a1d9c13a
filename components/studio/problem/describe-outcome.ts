import type { NextStep, ProblemTone } from "#components/queue/problem-words.ts";
import type { AttemptView } from "#lib/contract/generation-view.ts";
import type { Words } from "#messages/create-words.ts";
import { tellReason } from "#messages/tell-reason.ts";

/** What a state says of an attempt, in the place of what is said of any. */
export interface StateWords {
  tone: ProblemTone;
  title: string;
  cause: string;
  steps: readonly NextStep[];
  billed?: string;
}

/** What costs nothing comes before what is bought again. */
export function freeSteps({ charged, imageUrl, settleCount, settledAt }: AttemptView): NextStep[] {
  const isOpen = settleCount !== null && settledAt === null && charged !== "no";
  return [
    ...(imageUrl ? (["fetch-again"] as const) : []),
    ...(isOpen ? (["ask-gateway"] as const) : []),
  ];
}

/** It is looked for first; then asking again takes two presses, but where the gateway says that it did not bill. */
export function describeUnknown(attempt: AttemptView, t: Words): StateWords {
  const { charged, error, settleAt, settledAt } = attempt;
  const cause = error ? tellReason(error.reason, t) : t("problem.noneCame");
  if (settledAt && charged === "no") {
    return {
      tone: "neutral",
      title: t("problem.noPicture"),
      cause,
      billed: t("problem.settled_no"),
      steps: error?.code === "streaming_not_supported" ? ["stop-streaming", "retry"] : ["retry"],
    };
  }

  const steps: NextStep[] = [...freeSteps(attempt), "open-gateway", "retry-with-warning"];
  if (error?.code === "streaming_not_supported") steps.unshift("stop-streaming");
  if (settledAt) {
    const title = t("problem.noPicture");
    return { tone: "warning", title, cause, billed: t("problem.settled_yes"), steps };
  }
  return {
    tone: "warning",
    title: t("problem.unknownOutcome"),
    // Where the gateway is asked by itself there is nothing to look up.
    cause: settleAt ? cause : t("problem.lookFirst", { cause }),
    steps,
  };
}
