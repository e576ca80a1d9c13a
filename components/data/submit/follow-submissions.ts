import { openBrowserStorage } from "#components/data/browser-storage.ts";
import type { RecordStore } from "#components/data/records/record-store.ts";
import type { ShownSubmission } from "#components/data/records/surroundings.ts";
import { readSubmissions, submissionKeyOf } from "#components/data/submit/kept-submission.ts";
import { openSubmitter } from "#components/data/submit/open-submitter.ts";

/** Whoever pressed has mostly been answered by then; if not, this tab shows it too, and sends it should that one be closed. */
const takeUpMs = 2_000;

/** Takes up the presses that a closed tab has left, and those of other tabs as long as they are not answered. */
export function followSubmissions(store: RecordStore): void {
  const submitter = openSubmitter(store);
  const { storage } = openBrowserStorage("local");
  for (const { key } of readSubmissions(storage)) void submitter.adopt(key);

  window.addEventListener("beforeunload", (event) => {
    const { submissions } = store.surroundings();
    // The browser asks whether to leave: it would be lost.
    if (submissions.some(isLostWithTab)) event.preventDefault();
  });
  window.addEventListener("storage", ({ key: name, oldValue, newValue }) => {
    const key = submissionKeyOf(name);
    if (key === null) return;
    if (newValue === null) submitter.drop(key);
    else if (oldValue === null) setTimeout(() => void submitter.adopt(key), takeUpMs);
  });
}

function isLostWithTab({ standing }: ShownSubmission): boolean {
  return standing.type === "unanswered" && !standing.isKept;
}
