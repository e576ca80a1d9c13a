import { formatTook } from "#components/image/format-took.ts";
import { describeBilling } from "#components/image/history/describe-billing.ts";
import { ordinal } from "#components/image/history/ordinal.ts";
import type { AttemptView, GenerationView } from "#lib/contract/generation-view.ts";

type Engine = GenerationView["engine"];

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

/** All that was tried for a generation, in words, oldest first. */
export function describeHistory({ attempts, engine }: GenerationView): HistoryEntry[] {
  const oldestFirst = [...attempts].sort((a, b) => (a.id < b.id ? -1 : 1));

  return oldestFirst.map((attempt) => {
    const tries = oldestFirst.filter(({ index }) => index === attempt.index);
    const at = tries.indexOf(attempt);
    const image = `Picture ${attempt.index + 1}`;
    return {
      attemptId: attempt.id,
      title: tries.length === 1 ? image : `${image}, ${ordinal(at + 1)} try`,
      createdAt: attempt.createdAt,
      outcome: outcomesBy[engine][attempt.state],
      moments: momentsOf(attempt, { tries, engine }),
      billing: describeBilling(attempt, engine),
      requestId: attempt.requestId,
    };
  });
}

const outcomes: Record<AttemptView["state"], string> = {
  queued: "Waits in the queue",
  claimed: "About to be sent",
  sending: "Sent, not answered yet",
  receiving: "Being made",
  storing: "Here, being saved",
  succeeded: "Made",
  failed: "Failed",
  unknown: "Outcome unknown",
  canceled: "Canceled",
};

/** The painter is sent nothing, and answers nothing. */
const outcomesBy: Record<Engine, typeof outcomes> = {
  gateway: outcomes,
  painter: { ...outcomes, claimed: "About to begin", sending: "Being made" },
};

const wordsBy = {
  gateway: { sent: "Sent", afterSent: "after it was sent", unsent: "before it was sent" },
  painter: { sent: "Begun", afterSent: "after it began", unsent: "before it began" },
};

interface Course {
  tries: readonly AttemptView[];
  engine: Engine;
}

function momentsOf(attempt: AttemptView, { tries, engine }: Course): HistoryMoment[] {
  const { createdAt, sentAt, receivedAt, stopRequestedAt } = attempt;
  const { sent } = wordsBy[engine];
  const answeredAt = engine === "painter" ? null : receivedAt;
  const middle = [
    { at: sentAt, text: sentAt && `${sent}, after ${took(createdAt, sentAt)} in the queue` },
    { at: answeredAt, text: answeredAt && describeAnswer(attempt, answeredAt) },
    { at: stopRequestedAt, text: "Stop was pressed" },
  ].flatMap(({ at, text }) => (at && text ? [{ at, text }] : []));
  middle.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));

  return [
    { at: createdAt, text: describeStart(attempt, tries) },
    ...countsOf(attempt),
    ...middle,
    ...endOf(attempt, engine),
    ...settlingOf(attempt),
  ];
}

function describeStart({ retryOfId }: AttemptView, tries: readonly AttemptView[]): string {
  const repeated = tries.findIndex(({ id }) => id === retryOfId);
  const end = tries[repeated]?.state;
  if (!end) return "Put in the queue";
  return `Put in the queue, to try again after the ${ordinal(repeated + 1)} try: ${outcomes[end].toLowerCase()}`;
}

/** Each time it came back unsent, or was refused for now, it cost nothing. */
function countsOf({ unsentCount, refusedCount }: AttemptView): HistoryMoment[] {
  return [
    ...(unsentCount > 0
      ? [{ at: null, text: `Came back ${times(unsentCount)} without having been sent` }]
      : []),
    ...(refusedCount > 0
      ? [{ at: null, text: `Refused ${times(refusedCount)}: the gateway asked to wait` }]
      : []),
  ];
}

function describeAnswer({ sentAt }: AttemptView, receivedAt: string): string {
  return sentAt
    ? `The gateway answered, after ${took(sentAt, receivedAt)}`
    : "The gateway answered";
}

function endOf(
  { state, sentAt, endedAt, notBefore, error }: AttemptView,
  engine: Engine,
): HistoryMoment[] {
  const { afterSent, unsent } = wordsBy[engine];
  const reason = error ? `: ${error.message}` : "";
  const after = sentAt && endedAt ? `, ${took(sentAt, endedAt)} ${afterSent}` : "";
  switch (state) {
    case "succeeded":
      return [{ at: endedAt, text: `The picture was saved${after}` }];
    case "failed":
      return [{ at: endedAt, text: `Failed${after}${reason}` }];
    case "unknown":
      return [{ at: endedAt, text: `Outcome unknown${after}${reason}` }];
    case "canceled":
      return error?.code === "restored"
        ? [{ at: endedAt, text: `Canceled when the backup was restored${reason}` }]
        : [{ at: endedAt, text: `Canceled ${unsent}${reason}` }];
    case "storing":
      return error ? [{ at: notBefore, text: `To be saved again${reason}` }] : [];
    default:
      return notBefore && state === "queued"
        ? [
            {
              at: notBefore,
              text: `To be ${engine === "painter" ? "begun" : "sent"} again${reason}`,
            },
          ]
        : [];
  }
}

/** What the gateway said, or did not, when it was asked what became of it. */
function settlingOf({ charged, settleCount, settleAt, settledAt }: AttemptView): HistoryMoment[] {
  if (settledAt) {
    const word = charged === "no" ? "that it was not billed" : "that it was billed";
    return [{ at: settledAt, text: `The gateway, asked later, said ${word}` }];
  }
  return [
    ...(settleCount
      ? [{ at: null, text: `The gateway was asked ${times(settleCount)}, and could not say yet` }]
      : []),
    ...(settleAt ? [{ at: settleAt, text: "The gateway is asked whether it was billed" }] : []),
  ];
}

function took(from: string, to: string): string {
  return formatTook(Date.parse(to) - Date.parse(from));
}

function times(count: number): string {
  return ["never", "once", "twice"][count] ?? `${count} times`;
}
