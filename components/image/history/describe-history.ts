import { formatTook } from "#components/image/format-took.ts";
import { describeBilling } from "#components/image/history/describe-billing.ts";
import type { GatewayRef } from "#lib/contract/gateway-view.ts";
import type { AttemptView, GenerationView } from "#lib/contract/generation-view.ts";
import { isLocal } from "#lib/contract/is-local.ts";
import type { Words } from "#messages/create-words.ts";
import { tellReason } from "#messages/tell-reason.ts";

/** One request for one picture, in words. */
export interface HistoryEntry {
  attemptId: string;
  /** "Picture 2, second try". */
  title: string;
  /** ISO 8601. */
  createdAt: string;
  /** How it ended, or how it stands. */
  outcome: string;
  /** What happened to it, in order. */
  moments: readonly HistoryMoment[];
  /** What it cost, or would. */
  billing: string;
  /** The gateway's own number for it; null where it gave none. */
  requestId: string | null;
}

export interface HistoryMoment {
  /** ISO 8601; null for what is only counted. */
  at: string | null;
  text: string;
}

interface Course {
  /** All of one picture, oldest first. */
  tries: readonly AttemptView[];
  gateway: GatewayRef;
  t: Words;
}

/** All that was tried for a generation, in words, oldest first. */
export function describeHistory({ attempts, gateway }: GenerationView, t: Words): HistoryEntry[] {
  const oldestFirst = [...attempts].sort((a, b) => (a.id < b.id ? -1 : 1));

  return oldestFirst.map((attempt) => {
    const tries = oldestFirst.filter(({ index }) => index === attempt.index);
    return {
      attemptId: attempt.id,
      title: titleOf(attempt, { tries, t }),
      createdAt: attempt.createdAt,
      outcome: t(`history.${attempt.state}`, { kind: gateway.kind }),
      moments: momentsOf(attempt, { tries, gateway, t }),
      billing: describeBilling(attempt, { gateway, t }),
      requestId: attempt.requestId,
    };
  });
}

function titleOf(attempt: AttemptView, { tries, t }: Pick<Course, "tries" | "t">): string {
  const number = attempt.index + 1;
  if (tries.length === 1) return t("history.picture", { number });
  return t("history.pictureTry", { number, try: tries.indexOf(attempt) + 1 });
}

function momentsOf(attempt: AttemptView, course: Course): HistoryMoment[] {
  const { createdAt, sentAt, receivedAt, stopRequestedAt } = attempt;
  const { gateway, t } = course;
  const { kind } = gateway;
  const answeredAt = isLocal(gateway) ? null : receivedAt;
  const middle = [
    {
      at: sentAt,
      text: sentAt && t("history.begun", { kind, wait: took(createdAt, sentAt, t) }),
    },
    {
      at: answeredAt,
      text:
        answeredAt &&
        t("history.answered", { took: sentAt ? took(sentAt, answeredAt, t) : "none" }),
    },
    { at: stopRequestedAt, text: t("history.stopPressed") },
  ].flatMap(({ at, text }) => (at && text ? [{ at, text }] : []));
  middle.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));

  return [
    { at: createdAt, text: describeStart(attempt, course) },
    ...countsOf(attempt, t),
    ...middle,
    ...endOf(attempt, course),
    ...settlingOf(attempt, t),
  ];
}

function describeStart({ retryOfId }: AttemptView, { tries, t }: Course): string {
  const repeated = tries.findIndex(({ id }) => id === retryOfId);
  const state = tries[repeated]?.state;
  if (!state) return t("history.queuedFirst");
  return t("history.queuedAgain", { try: repeated + 1, state });
}

/** Each time it came back unsent, or was refused for now, it cost nothing. */
function countsOf({ unsentCount, refusedCount }: AttemptView, t: Words): HistoryMoment[] {
  return [
    ...(unsentCount > 0 ? [{ at: null, text: t("history.cameBack", { count: unsentCount }) }] : []),
    ...(refusedCount > 0
      ? [{ at: null, text: t("history.refused", { count: refusedCount }) }]
      : []),
  ];
}

function endOf(attempt: AttemptView, { gateway: { kind }, t }: Course): HistoryMoment[] {
  const { state, sentAt, endedAt, notBefore, error } = attempt;
  const reason = error ? tellReason(error.reason, t) : "none";
  switch (state) {
    case "succeeded":
    case "failed":
    case "unknown": {
      const duration = sentAt && endedAt ? took(sentAt, endedAt, t) : "none";
      const why = state === "succeeded" ? "none" : reason;
      const text = t("history.ended", { state, kind, took: duration, reason: why });
      return [{ at: endedAt, text }];
    }
    case "canceled":
      return error?.code === "restored"
        ? [{ at: endedAt, text: t("history.canceledByRestore", { reason }) }]
        : [{ at: endedAt, text: t("history.canceledUnsent", { kind, reason }) }];
    case "storing":
      return error ? [{ at: notBefore, text: t("history.saveAgain", { reason }) }] : [];
    default:
      return notBefore && state === "queued"
        ? [{ at: notBefore, text: t("history.sendAgain", { kind, reason }) }]
        : [];
  }
}

/** What the gateway said, or did not, when it was asked what became of it. */
function settlingOf(
  { charged, settleCount, settleAt, settledAt }: AttemptView,
  t: Words,
): HistoryMoment[] {
  if (settledAt) {
    return [{ at: settledAt, text: t("history.settled", { charged: charged ?? "yes" }) }];
  }
  return [
    ...(settleCount ? [{ at: null, text: t("history.notSettled", { count: settleCount }) }] : []),
    ...(settleAt ? [{ at: settleAt, text: t("history.settling") }] : []),
  ];
}

function took(from: string, to: string, t: Words): string {
  return formatTook(Date.parse(to) - Date.parse(from), t);
}
