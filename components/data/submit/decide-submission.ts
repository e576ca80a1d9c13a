/** The last press, kept in the session until it was answered and a while longer. */
export interface LastSubmission {
  key: string;
  /** What was asked for, JSON, without where it came from: the composer forgets that after a press. */
  intent: string;
  /** The body as it was sent, JSON. */
  body: string;
  /** By `Date.now()`. */
  submittedAt: number;
  isAnswered: boolean;
}

/** Two presses closer than this are a double click. */
const sameIntentMs = 1_000;

/**
 * Whether a press is a new intent or the last one once more: the same request is one intent until it was answered
 * *and* a second has passed. Another request is always another intent.
 */
export function decideSubmission(
  last: LastSubmission | null,
  { intent, now }: { intent: string; now: number },
): "new" | "again" {
  if (!last || last.intent !== intent) return "new";

  const isFresh = now - last.submittedAt < sameIntentMs;
  return last.isAnswered && !isFresh ? "new" : "again";
}
