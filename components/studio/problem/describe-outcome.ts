import type { NextStep, ProblemTone } from "#components/studio/problem/problem-words.ts";
import type { AttemptView } from "#lib/contract/generation-view.ts";

/** What a state says of an attempt, in the place of what is said of any. */
export interface StateWords {
  tone: ProblemTone;
  title: string;
  cause: string;
  steps: readonly NextStep[];
  billed?: string | null;
}

/** What the gateway said when it was asked. */
export const settledWords = {
  no: "Not billed: the gateway says so",
  likely: "Probably billed",
  yes: "Billed: the gateway says so",
};

/** What costs nothing comes before what is bought again. */
export function freeSteps({ charged, imageUrl, settleCount, settledAt }: AttemptView): NextStep[] {
  const isOpen = settleCount !== null && settledAt === null && charged !== "no";
  return [
    ...(imageUrl ? (["fetch-again"] as const) : []),
    ...(isOpen ? (["ask-gateway"] as const) : []),
  ];
}

/** It is looked for first; then asking again takes two presses, but where the gateway says that it did not bill. */
export function describeUnknown(attempt: AttemptView): StateWords {
  const { charged, error, settleAt, settledAt } = attempt;
  const cause = error?.message ?? "The request was sent, and no picture came back.";
  if (settledAt && charged === "no") {
    return {
      tone: "neutral",
      title: "No picture came, and nothing was billed",
      cause,
      billed: settledWords.no,
      steps: error?.code === "streaming_not_supported" ? ["stop-streaming", "retry"] : ["retry"],
    };
  }

  const steps: NextStep[] = [...freeSteps(attempt), "open-gateway", "retry-with-warning"];
  if (error?.code === "streaming_not_supported") steps.unshift("stop-streaming");
  if (settledAt) {
    const title = "Billed, but no picture came";
    return { tone: "warning", title, cause, billed: settledWords.yes, steps };
  }
  return {
    tone: "warning",
    title: "Outcome unknown: may have been billed",
    // Where the gateway is asked by itself there is nothing to look up.
    cause: settleAt ? cause : `${cause} ${checkFirst}`,
    billed: null,
    steps,
  };
}

const checkFirst = "Look into the gateway's log before you ask again.";
