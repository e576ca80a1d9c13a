import { formatCost } from "#components/image/format-cost.ts";
import type { DraftField } from "#components/studio/composer-draft.ts";
import { fieldOfError } from "#components/studio/field-of-error.ts";
import { labelOfField } from "#components/studio/label-of-field.ts";
import { type NextStep, type ProblemTone, problemWords } from "#components/studio/problem-words.ts";
import type { AttemptView, GenerationView } from "#lib/generation/generation-view.ts";

export interface Problem {
  tone: ProblemTone;
  title: string;
  cause: string;
  /** "Not billed", … */
  billed: string;
  /** What each costs, where one may have been billed. */
  costEach: string | null;
  /** What a person can do about it, the likeliest first. */
  steps: readonly NextStep[];
  /** The field of the composer that has to change; null when it is not known, or none of them. */
  field: DraftField | null;
  /** When the request left, where that helps to find it in the gateway's log. */
  sentAt: string | null;
  /** The gateway's raw words. */
  detail: string | null;
  /** It is tried again by itself then. */
  until: string | null;
}

const billedWords = {
  no: "Not billed",
  likely: "Probably billed",
  yes: "Billed",
  unknown: "May have been billed",
};

/**
 * Says of an attempt that ended without a picture, or whose picture has no place yet, what happened, what it cost,
 * and what can be done.
 */
export function describeProblem(attempt: AttemptView, engine: GenerationView["engine"]): Problem {
  const { state, error } = attempt;
  const isFree = engine === "painter";
  const charged = state === "storing" ? "yes" : attempt.charged;

  return {
    field: error && fieldOfError(error),
    sentAt: state === "unknown" ? attempt.sentAt : null,
    detail: error?.detail ?? null,
    billed: isFree ? "The painter is free" : billedWords[charged ?? "unknown"],
    costEach: isFree || charged === "no" ? null : formatCost(attempt),
    until: state === "storing" ? attempt.notBefore : null,
    ...describeState(attempt, { isFree }),
  };
}

/** What a state says of it, in the place of what is said of any. */
type StateWords = Pick<Problem, "tone" | "title" | "cause" | "steps"> & { billed?: string };

interface Billing {
  /** The painter made it: whatever happens, nothing is billed. */
  isFree: boolean;
}

function describeState(attempt: AttemptView, { isFree }: Billing): StateWords {
  const { state, charged, error } = attempt;
  if (state === "storing") return describeUnsaved(attempt, { isFree });
  if (state === "canceled") return describeCanceled(attempt, { isFree });
  if (state === "unknown") {
    const cause = error?.message ?? "The request was sent, and no picture came back.";
    return { ...unknownOutcome, cause: `${cause} ${checkFirst}` };
  }

  const { title, field, steps, tone } = problemWords(error?.code);
  const named = error && field && fieldOfError(error);
  const mayBeBilled = charged !== "no" && !isFree;
  return {
    tone,
    title: named ? `${labelOfField(named)}: ${field}` : title,
    cause: error?.message ?? "",
    steps: mayBeBilled ? steps.map(withWarning) : steps,
  };
}

/** It is tried again by itself, and never asked for again: that would pay for it twice. */
function describeUnsaved({ error }: AttemptView, { isFree }: Billing): StateWords {
  const isElsewhere = error?.code === "picture_unavailable";
  const where = isElsewhere ? "made" : "here";
  const missing = isElsewhere ? "could not be fetched yet" : "could not be saved";
  return {
    tone: "warning",
    title: `The picture is ${where}${isFree ? "" : " and paid for"}, but ${missing}`,
    cause: error?.message ?? "",
    steps: [isElsewhere ? "fetch-again" : "save-again"],
  };
}

/** A backup does not know what was done after it was made: it may have been sent, and paid for, since. */
function describeCanceled({ error }: AttemptView, { isFree }: Billing): StateWords {
  if (error?.code !== "restored") {
    const cause = "It was stopped before it was sent.";
    return { tone: "neutral", title: "Canceled", cause, steps: ["retry"] };
  }

  const title = "Not sent since a backup was restored";
  if (isFree) return { tone: "neutral", title, cause: error.message, steps: ["retry"] };
  return {
    tone: "neutral",
    title,
    cause: `${error.message} What was done after that backup is not known here: it may have been made, and billed, then.`,
    billed: "Not billed by this studio",
    steps: ["retry-with-warning"],
  };
}

/** It is looked for first; then asking again takes two presses. */
const unknownOutcome = {
  tone: "warning",
  title: "Outcome unknown: may have been billed",
  steps: ["open-gateway", "retry-with-warning"],
} as const;

const checkFirst = "Look into the gateway's log before you ask again.";

/** Where something may have been paid for, asking again takes two presses. */
function withWarning(step: NextStep): NextStep {
  return step === "retry" ? "retry-with-warning" : step;
}
