import type { LastSubmission } from "#components/data/submit/decide-submission.ts";

const storageKey = "atelier.press";

/** The last press of this tab, which survives a reload; null when there was none, or storage is forbidden. */
export function readSubmission(storage: Storage): LastSubmission | null {
  try {
    const submission = JSON.parse(storage.getItem(storageKey) ?? "null");
    return typeof submission?.key === "string" && typeof submission.intent === "string"
      ? submission
      : null;
  } catch {
    return null;
  }
}

/** Keeps the last press. Without storage a reload forgets it, and nothing else changes. */
export function writeSubmission(storage: Storage, submission: LastSubmission): void {
  try {
    storage.setItem(storageKey, JSON.stringify(submission));
  } catch {
    // It is full or forbidden.
  }
}
