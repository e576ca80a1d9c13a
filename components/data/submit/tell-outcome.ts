import { type SubmitOutcome, submissionsMax } from "#components/data/submit/create-submitter.ts";
import { showToast } from "#components/ui/toast-store.ts";
import type { Words } from "#messages/create-words.ts";

/** Says of a press that was not made why not, where no tile does. The second click of a double click is made all the same if it was meant. */
export function tellOutcome(outcome: SubmitOutcome, t: Words): void {
  if (outcome.type === "full") showToast(t("data.tooManyPresses", { count: submissionsMax }));
  if (outcome.type !== "swallowed") return;

  const run = () => void outcome.makeToo();
  showToast(t("data.doubleClick"), { action: { label: t("data.makeToo"), run } });
}
