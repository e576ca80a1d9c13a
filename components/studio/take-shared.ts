import { loadSeldomWords } from "#components/layout/load-seldom-words.ts";
import { type DraftStore, isUnsent } from "#components/studio/draft/draft-store.ts";
import { readShared } from "#components/studio/draft/read-shared.ts";
import { keep } from "#components/studio/references/kept-files.ts";
import { takeFiles } from "#components/studio/references/take-references.ts";
import { takeKept } from "#components/studio/take-kept.ts";
import { showToast } from "#components/ui/toast-store.ts";
import type { Words } from "#messages/create-words.ts";

interface SharedOptions {
  /** Of the address. */
  query: URLSearchParams;
  focusComposer: () => void;
  t: Words;
}

/**
 * Makes a prompt of the text that another app shared, and references of its pictures: the worker keeps them (`/?shared`, or since a page
 * that was left too soon), or they stand in the address (`/?text=…`), which is then cleared. An app's own shortcut (`/?write`) only begins to write. A prompt that is on
 * record nowhere else is one press away.
 */
export async function takeShared(
  store: DraftStore,
  { query, focusComposer, t }: SharedOptions,
): Promise<void> {
  const isKept = query.has("shared") || query.size === 0;
  if (!isKept && !query.has("write") && readShared(query) === "") return;

  if (query.size > 0) window.history.replaceState(null, "", "/");
  focusComposer();
  if (!isKept) return write(store, readShared(query), t);

  const { texts, files } = await takeKept();
  for (const text of texts) write(store, readShared(text), t);
  if (query.get("shared") === "lost") {
    const words = await loadSeldomWords(t.language);
    showToast(words("references.shareLost"));
  }
  const taking = files.map(async ({ file, forget }) => {
    for (const key of takeFiles(store, [file], t)) await keep(key, { file });
    await forget();
  });
  await Promise.all(taking);
}

function write(store: DraftStore, prompt: string, t: Words): void {
  const before = store.read();
  if (prompt === "" || prompt === before.draft.prompt) return;

  const fill = (to: string) => store.dispatch({ type: "changed", values: { prompt: to } });
  fill(prompt);
  if (!isUnsent(before)) return;
  // The pictures that came with it stay.
  const run = () => fill(before.draft.prompt);
  showToast(t("composer.replaced"), { action: { label: t("image.undo"), run } });
}
