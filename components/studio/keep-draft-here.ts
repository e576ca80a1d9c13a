import { openBrowserStorage } from "#components/data/browser-storage.ts";
import { type DraftStore, keepDraft } from "#components/studio/draft/draft-store.ts";
import { offerDraftBack } from "#components/studio/draft/replace-draft.ts";
import { showToastOnce } from "#components/studio/show-toast-once.ts";
import type { Words } from "#messages/create-words.ts";

const kept = new WeakSet<DraftStore>();

/** Keeps a draft in this browser from now on, also without its screen; where site data is blocked, says so, once. */
export function keepDraftHere(store: DraftStore, t: Words): void {
  if (kept.has(store)) return;

  kept.add(store);
  const tab = openBrowserStorage("session");
  const browser = openBrowserStorage("local");
  if (!tab.isKept && !browser.isKept) {
    showToastOnce(tab.storage, {
      name: "drafts-not-kept",
      message: t("studio.draftsNotKept"),
    });
  }

  keepDraft(store, {
    tab: tab.storage,
    browser: browser.storage,
    typed: readTyped(),
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
