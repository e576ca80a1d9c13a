import { openBrowserStorage } from "#components/data/browser-storage.ts";
import { type DraftStore, keepDraft } from "#components/studio/draft/draft-store.ts";
import { offerDraftBack } from "#components/studio/draft/replace-draft.ts";
import { showToastOnce } from "#components/studio/show-toast-once.ts";
import { showToast } from "#components/ui/toast-store.ts";
import type { Words } from "#messages/create-words.ts";

const kept = new WeakSet<DraftStore>();

/** Keeps a draft in this browser from now on, also without its screen; where it keeps nothing, or has no room left, says so, once. */
export function keepDraftHere(store: DraftStore, t: Words): void {
  if (kept.has(store)) return;

  kept.add(store);
  const tab = openBrowserStorage("session");
  const browser = openBrowserStorage("local");
  const message = t("studio.draftsNotKept");
  const isBlocked = !tab.isKept && !browser.isKept;
  if (isBlocked) showToastOnce(tab.storage, { name: "drafts-not-kept", message });

  keepDraft(store, {
    tab: tab.storage,
    browser: browser.storage,
    typed: readTyped(),
    onUnkept: () => showToast(message, { durationMs: 8_000 }),
    onReplaced: (before) => offerDraftBack(store, before, t),
  });
  // What was changed in the other fields is newer, too, and no press is to be made without it.
  window.dispatchEvent(new Event("atelier-alive"));
}

/** What stands in the prompt's field, which a person may write in before React knows it. */
function readTyped(): string {
  const [field] = document.getElementsByName("prompt");
  return field instanceof HTMLTextAreaElement ? field.value : "";
}
