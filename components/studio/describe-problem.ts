import { formatCost } from "#components/image/format-cost.ts";
import type { DraftField } from "#components/studio/composer-draft.ts";
import { fieldOfError } from "#components/studio/field-of-error.ts";
import type { AttemptView, GenerationView } from "#lib/generation/generation-view.ts";

/** What a person can do about it. */
export type NextStep =
  | "open-settings"
  | "open-gateway"
  | "edit-prompt"
  | "edit-request"
  | "retry"
  /** It may have been paid for already: asks once more before it is sent. */
  | "retry-with-warning";

export interface Problem {
  /** Problems of one kind are shown as one card. */
  kind: string;
  tone: "danger" | "warning" | "neutral";
  title: string;
  cause: string;
  /** "Not billed", … */
  billed: string;
  /** What each costs, where one may have been billed. */
  costEach: string | null;
  next: NextStep;
  /** The field of the composer that has to change; null when it is not known, or none of them. */
  field: DraftField | null;
  requestId: string | null;
  /** The gateway's raw words. */
  detail: string | null;
}

interface Words {
  title: string;
  next: NextStep;
  tone?: Problem["tone"];
}

const wordsByCode: Record<string, Words> = {
  unauthorized: { title: "Gateway key rejected", next: "open-settings" },
  forbidden: { title: "Not allowed by the gateway", next: "open-settings" },
  payment_required: { title: "Balance used up", next: "open-gateway" },
  rate_limited: { title: "The gateway is busy", next: "retry", tone: "warning" },
  refused: { title: "Declined by the provider", next: "edit-prompt", tone: "neutral" },
  invalid_parameter: { title: "A setting was not accepted", next: "edit-request" },
  model_not_found: { title: "Model not found", next: "edit-request" },
  not_supported: { title: "Not supported by this model", next: "edit-request" },
  unreachable: { title: "Gateway not reached", next: "retry" },
  picture_unavailable: { title: "The picture could not be fetched", next: "retry" },
  no_picture: { title: "The gateway sent no picture", next: "retry" },
  bad_answer: { title: "The gateway's answer made no sense", next: "retry" },
  bad_picture: { title: "What came is no usable picture", next: "retry" },
  stopped: { title: "Stopped", next: "retry", tone: "neutral" },
};

const unknownCode: Words = { title: "No picture", next: "retry" };

const billedWords = {
  no: "Not billed",
  likely: "Probably billed",
  yes: "Billed",
  unknown: "May have been billed",
};

/** Says of an attempt that ended without a picture what happened, what it cost, and what can be done. */
export function describeProblem(attempt: AttemptView, engine: GenerationView["engine"]): Problem {
  const common = {
    kind: `${attempt.state} ${attempt.error?.code ?? ""} ${attempt.error?.message ?? ""}`,
    field: attempt.error && fieldOfError(attempt.error),
    requestId: attempt.requestId,
    detail: attempt.error?.detail ?? null,
    billed:
      engine === "painter" ? "The painter is free" : billedWords[attempt.charged ?? "unknown"],
    costEach: engine === "painter" || attempt.charged === "no" ? null : formatCost(attempt),
  };
  return { ...common, ...describeEnd(attempt, { isFree: engine === "painter" }) };
}

/** Where something may have been paid for, asking again takes two presses. */
function describeEnd(
  { state, charged, error }: AttemptView,
  { isFree }: { isFree: boolean },
): Pick<Problem, "tone" | "title" | "cause" | "next"> {
  if (state === "canceled") {
    const cause = "It was stopped before it was sent.";
    return { tone: "neutral", title: "Canceled", cause, next: "retry" };
  }
  if (state === "unknown") {
    const cause = error?.message ?? "The request was sent, and no picture came back.";
    return {
      tone: "warning",
      title: "Outcome unknown: may have been billed",
      cause: `${cause} Look into the gateway's log before you ask again.`,
      next: "retry-with-warning",
    };
  }

  const { title, next, tone = "danger" } = wordsByCode[error?.code ?? ""] ?? unknownCode;
  const mayBeBilled = charged !== "no" && !isFree;
  return {
    tone,
    title,
    cause: error?.message ?? "",
    next: next === "retry" && mayBeBilled ? "retry-with-warning" : next,
  };
}
