import { formatCost } from "#components/studio/format-cost.ts";
import type { AttemptView, GenerationView } from "#lib/generation/generation-view.ts";

/** What a person can do about it. */
export type NextStep =
  | "open-settings"
  | "open-gateway"
  | "edit-prompt"
  | "edit-request"
  | "retry"
  /** It may have been paid for already: asks once more before it is sent. */
  | "retry-with-warning"
  | "none";

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
  picture_unavailable: { title: "The picture could not be fetched", next: "retry-with-warning" },
  no_picture: { title: "The gateway sent no picture", next: "retry-with-warning" },
  bad_answer: { title: "The gateway's answer made no sense", next: "retry-with-warning" },
  storage_failed: { title: "The picture could not be saved", next: "none" },
  stopped: { title: "Stopped", next: "retry", tone: "neutral" },
};

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
    requestId: attempt.requestId,
    detail: attempt.error?.detail ?? null,
    billed:
      engine === "painter" ? "The painter is free" : billedWords[attempt.charged ?? "unknown"],
    costEach: engine === "painter" || attempt.charged === "no" ? null : formatCost(attempt),
  };
  const cause = attempt.error?.message ?? "";

  if (attempt.state === "canceled") {
    return {
      ...common,
      tone: "neutral",
      title: "Canceled",
      cause: "It was stopped before it was sent.",
      next: "retry",
    };
  }
  if (attempt.state === "unknown") {
    return {
      ...common,
      tone: "warning",
      title: "Outcome unknown: may have been billed",
      cause: `${cause || "The request was sent, and no picture came back."} Look into the gateway's log before you ask again.`,
      next: "retry-with-warning",
    };
  }

  const {
    title,
    next,
    tone = "danger",
  } = wordsByCode[attempt.error?.code ?? ""] ?? {
    title: "No picture",
    next: attempt.charged === "no" ? "retry" : "retry-with-warning",
  };
  return { ...common, tone, title, cause, next };
}
