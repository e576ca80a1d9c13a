import { formatCost } from "#components/image/format-cost.ts";
import type { DraftField } from "#components/studio/draft/composer-draft.ts";
import { labelOfField } from "#components/studio/parameters/label-of-field.ts";
import {
  describeUnknown,
  freeSteps,
  type StateWords,
  settledWords,
} from "#components/studio/problem/describe-outcome.ts";
import { fieldOfError } from "#components/studio/problem/field-of-error.ts";
import {
  type NextStep,
  type ProblemTone,
  problemWords,
} from "#components/studio/problem/problem-words.ts";
import type { AttemptView, GenerationView } from "#lib/contract/generation-view.ts";

export interface Problem {
  tone: ProblemTone;
  title: string;
  cause: string;
  /** "Not billed", …; null where the title says it. */
  billed: string | null;
  /** What each costs, where one may have been billed. */
  costEach: string | null;
  /** What a person can do about it, the likeliest first. */
  steps: readonly NextStep[];
  /** The field of the composer that has to change; null when it is not known, or none of them. */
  field: DraftField | null;
  /** When a press last fetched it again, in vain: the cause is that of this try. */
  triedAt: string | null;
  /** When the request left, where that helps to find it in the gateway's log. */
  sentAt: string | null;
  /** The gateway's raw words. */
  detail: string | null;
  /** What happens by itself, and when. */
  until: { at: string; before: string; after: string } | null;
}

interface ProblemContext {
  /** Whether the key is given by the environment, where Settings cannot correct it. */
  isKeyGiven?: boolean;
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
export function describeProblem(
  attempt: AttemptView,
  engine: GenerationView["engine"],
  { isKeyGiven = false }: ProblemContext = {},
): Problem {
  const { state, error } = attempt;
  const isFree = engine === "painter";
  const charged = state === "storing" ? "yes" : attempt.charged;
  const words = describeState(attempt, { isFree, isKeyGiven });

  return {
    field: error && fieldOfError(error),
    triedAt: attempt.imageUrl === null ? null : attempt.fetchTriedAt,
    sentAt: state === "unknown" ? attempt.sentAt : null,
    detail: error?.detail ?? null,
    billed: isFree ? "The painter is free" : billedWords[charged ?? "unknown"],
    costEach: isFree || charged === "no" ? null : formatCost(attempt),
    until: untilOf(attempt),
    ...words,
  };
}

function untilOf({ state, notBefore, settleAt }: AttemptView): Problem["until"] {
  if (state === "storing" && notBefore) {
    return { at: notBefore, before: "Tried again in ", after: "Tried again now" };
  }
  if (!settleAt) return null;
  return {
    at: settleAt,
    before: "The gateway is asked about the bill in ",
    after: "The gateway is asked about the bill now",
  };
}

interface Billing {
  /** The painter made it: whatever happens, nothing is billed. */
  isFree: boolean;
  isKeyGiven?: boolean;
}

function describeState(attempt: AttemptView, { isFree, isKeyGiven = false }: Billing): StateWords {
  const { state, charged, error } = attempt;
  if (state === "storing" || error?.code === "decode_interrupted") {
    return describeUnsaved(attempt, { isFree });
  }
  if (state === "canceled") return describeCanceled(attempt, { isFree });
  if (state === "unknown") return describeUnknown(attempt);
  if (error?.code === "unauthorized" && isKeyGiven) return givenKey;

  const { title, field, steps, tone } = problemWords(error?.code);
  const named = error && field && fieldOfError(error);
  const mayBeBilled = charged !== "no" && !isFree;
  return {
    tone,
    title: named ? `${labelOfField(named)}: ${field}` : title,
    cause: error?.message ?? "",
    steps: [...freeSteps(attempt), ...(mayBeBilled ? steps.map(withWarning) : steps)],
    ...(attempt.settledAt === null || isFree ? {} : { billed: settledWords[charged ?? "yes"] }),
  };
}

/** Settings cannot correct what the environment gives. */
const givenKey: StateWords = {
  tone: "danger",
  title: "Gateway key rejected",
  cause:
    "The gateway does not accept the key in MESHAPI_API_KEY. Correct it in the environment, or in .env, start Atelier again, and retry.",
  steps: ["retry"],
};

/** It is tried again by itself, and never asked for again: that would pay for it twice. */
function describeUnsaved({ error }: AttemptView, { isFree }: Billing): StateWords {
  const cause = error?.message ?? "";
  if (error?.code === "other_folder") {
    return {
      tone: "warning",
      title: "The picture is in another machine's folder",
      cause,
      steps: [],
    };
  }

  const isElsewhere = error?.code === "picture_unavailable";
  const where = isElsewhere ? "made" : "here";
  const missing = isElsewhere ? "could not be fetched yet" : "could not be saved";
  return {
    tone: "warning",
    title: `The picture is ${where}${isFree ? "" : " and paid for"}, but ${missing}`,
    cause,
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

/** Where something may have been paid for, asking again takes two presses. */
function withWarning(step: NextStep): NextStep {
  return step === "retry" ? "retry-with-warning" : step;
}
