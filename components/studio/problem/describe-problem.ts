import { formatCost } from "#components/image/format-cost.ts";
import { type NextStep, type ProblemTone, problemWords } from "#components/queue/problem-words.ts";
import type { DraftField } from "#components/studio/draft/composer-draft.ts";
import {
  describeUnknown,
  freeSteps,
  type StateWords,
} from "#components/studio/problem/describe-outcome.ts";
import { fieldOfError } from "#components/studio/problem/field-of-error.ts";
import type { GatewayRef } from "#lib/contract/gateway-view.ts";
import type { AttemptView } from "#lib/contract/generation-view.ts";
import type { Words } from "#messages/create-words.ts";
import type { MessageKey } from "#messages/messages.ts";
import { tellReason } from "#messages/tell-reason.ts";

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
  /** When a press last fetched it again, in vain: the cause is that of this try. */
  triedAt: string | null;
  /** When the request left, where that helps to find it in the gateway's log. */
  sentAt: string | null;
  /** The gateway's raw words. */
  detail: string | null;
  /** What happens by itself, and when; the words of a `Countdown`. */
  until: { at: string; message: MessageKey } | null;
}

interface ProblemContext {
  gateway: GatewayRef;
  /** Whether the key is given by the environment, where Settings cannot correct it. */
  isKeyGiven?: boolean;
  /** Whether others of the press came, or ended for another reason. */
  isPartly?: boolean;
  t: Words;
}

/**
 * Says of an attempt that ended without a picture, or whose picture has no place yet, what happened, what it cost,
 * and what can be done.
 */
export function describeProblem(attempt: AttemptView, context: ProblemContext): Problem {
  const { state, error } = attempt;
  const { gateway, isKeyGiven = false, isPartly = false, t } = context;
  const isFree = !gateway.paid;
  const charged = state === "storing" ? "yes" : attempt.charged;

  return {
    field: error && fieldOfError(error),
    triedAt: attempt.imageUrl === null ? null : attempt.fetchTriedAt,
    sentAt: state === "unknown" ? attempt.sentAt : null,
    detail: error?.detail ?? null,
    billed: t(isFree ? "problem.billed_free" : `problem.billed_${charged ?? "unknown"}`),
    costEach: isFree || charged === "no" ? null : formatCost(attempt, t),
    until: untilOf(attempt),
    ...describeState(attempt, { isFree, isKeyGiven, isPartly, t }),
  };
}

function untilOf({ state, notBefore, settleAt }: AttemptView): Problem["until"] {
  if (state === "storing" && notBefore) return { at: notBefore, message: "problem.saveIn" };
  return settleAt ? { at: settleAt, message: "problem.billIn" } : null;
}

interface StateContext {
  /** Its gateway costs nothing: whatever happens, nothing is billed. */
  isFree: boolean;
  isKeyGiven: boolean;
  isPartly: boolean;
  t: Words;
}

function describeState(attempt: AttemptView, context: StateContext): StateWords {
  const { state, charged, error } = attempt;
  const { isFree, isKeyGiven, isPartly, t } = context;
  if (state === "storing" || error?.code === "decode_interrupted") {
    return describeUnsaved(attempt, context);
  }
  if (state === "canceled") return describeCanceled(attempt, context);
  if (state === "unknown") return describeUnknown(attempt, t);
  if (error?.code === "unauthorized" && isKeyGiven) return describeGivenKey(t);

  const { title, field, steps: usual, tone } = problemWords(error?.code);
  // What was declined once in several may be made the next time.
  const steps = error?.code === "refused" && isPartly ? [...usual, "retry" as const] : usual;
  const named = error && field && fieldOfError(error);
  const mayBeBilled = charged !== "no" && !isFree;
  return {
    tone,
    title: named ? t(field, { field: t(`parameters.${named}`) }) : t(title),
    cause: error ? tellReason(error.reason, t) : "",
    steps: [...freeSteps(attempt), ...(mayBeBilled ? steps.map(withWarning) : steps)],
    ...(attempt.settledAt === null || isFree
      ? {}
      : { billed: t(`problem.settled_${charged ?? "yes"}`) }),
  };
}

/** Settings cannot correct what the environment gives. */
function describeGivenKey(t: Words): StateWords {
  return {
    tone: "danger",
    title: t("problem.unauthorized"),
    cause: t("problem.givenKey"),
    steps: [],
  };
}

/** It is tried again by itself, and never asked for again: that would pay for it twice. */
function describeUnsaved({ error }: AttemptView, { t }: StateContext): StateWords {
  const cause = error ? tellReason(error.reason, t) : "";
  if (error?.code === "other_folder") {
    return { tone: "warning", title: t("problem.other_folder"), cause, steps: [] };
  }

  const isElsewhere = error?.code === "picture_unavailable";
  return {
    tone: "warning",
    title: t(isElsewhere ? "problem.unfetched" : "problem.unsaved"),
    cause,
    steps: [isElsewhere ? "fetch-again" : "save-again"],
  };
}

/** A backup does not know what was done after it was made: it may have been sent, and paid for, since. */
function describeCanceled({ error }: AttemptView, { isFree, t }: StateContext): StateWords {
  if (error?.code !== "restored") {
    const cause = t("problem.stoppedUnsent");
    return { tone: "neutral", title: t("problem.canceled"), cause, steps: ["retry"] };
  }

  const title = t("problem.notSentSince");
  const cause = tellReason(error.reason, t);
  if (isFree) return { tone: "neutral", title, cause, steps: ["retry"] };
  return {
    tone: "neutral",
    title,
    cause: t("problem.sinceBackup", { cause }),
    billed: t("problem.notBilledHere"),
    steps: ["retry-with-warning"],
  };
}

/** Where something may have been paid for, asking again takes two presses. */
function withWarning(step: NextStep): NextStep {
  return step === "retry" ? "retry-with-warning" : step;
}
