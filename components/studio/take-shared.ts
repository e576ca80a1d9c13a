import { type DraftStore, isUnsent } from "#components/studio/draft/draft-store.ts";
import { readShared } from "#components/studio/draft/read-shared.ts";
import { offerDraftBack } from "#components/studio/draft/replace-draft.ts";
import type { Words } from "#messages/create-words.ts";

interface SharedOptions {
  /** Of the address. */
  query: URLSearchParams;
  focusComposer: () => void;
  t: Words;
}

/**
 * Makes a prompt of what another app shared (`/?text=…`), and takes that off the address; an app's own shortcut (`/?write`)
 * only begins to write. A prompt that is on record nowhere else is one press away.
 */
export function takeShared(store: DraftStore, { query, focusComposer, t }: SharedOptions): void {
  const prompt = readShared(query);
  if (prompt === "" && !query.has("write")) return;

  window.history.replaceState(null, "", "/");
  focusComposer();
  const before = store.read();
  if (prompt === "" || prompt === before.draft.prompt) return;

  store.dispatch({ type: "changed", values: { prompt } });
  if (isUnsent(before)) offerDraftBack(store, before, t);
}
