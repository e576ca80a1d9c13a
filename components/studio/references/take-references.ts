import { loadPatiently } from "#components/data/load-patiently.ts";
import { promptStart } from "#components/image/prompt-start.ts";
import type { DraftStore } from "#components/studio/draft/draft-store.ts";
import type { Reference } from "#components/studio/draft/reference.ts";
import { filesOfTray } from "#components/studio/references/files-of-tray.ts";
import { newReference, newReferenceKey } from "#components/studio/references/new-reference.ts";
import type { ImageView } from "#lib/contract/image-view.ts";
import { referencesMax } from "#lib/engine/request-limits.ts";
import type { Words } from "#messages/create-words.ts";

/**
 * Puts files into the tray at once, so that no press goes without them; the code that sends them may come later. The one way in for
 * whatever was picked, dropped, pasted or shared. Returns the keys of those for which there was room.
 */
export function takeFiles(store: DraftStore, chosen: readonly File[], t: Words): string[] {
  const taken = chosen.slice(0, roomIn(store));
  const added = taken.map((file): Reference => {
    const key = newReferenceKey();
    filesOfTray.set(key, { file, abort: new AbortController() });
    const name = file.name || t("composer.pasted");
    return { key, name, state: "sending", preview: "", progress: 0 };
  });
  const keys = added.map(({ key }) => key);
  add(store, added);
  void loadSending().then(({ sendFiles, tellOfRest }) => {
    tellOfRest(chosen.length - taken.length, t);
    void sendFiles(store, keys, t);
  });
  return keys;
}

/** Puts a picture of the library into the tray, whose bytes are at the server already; where its prompt is not known, it is asked for. */
export function takeImage(
  store: DraftStore,
  { id, prompt }: Pick<ImageView, "id"> & Partial<Pick<ImageView, "prompt">>,
  t: Words,
): void {
  const isRoom = roomIn(store) > 0;
  const name = promptStart(prompt ?? "") || t("composer.ofLibrary");
  const reference = newReference({ role: "reference", imageId: id }, name);
  if (isRoom) add(store, [reference]);
  void loadSending().then(({ nameReference, tellOfAdded, tellOfRest }) => {
    if (!isRoom) tellOfRest(1, t);
    else if (prompt === undefined) void nameReference(store, { key: reference.key, id }, t);
    else void tellOfAdded(store, t);
  });
}

function add(store: DraftStore, added: readonly Reference[]): void {
  store.dispatch({ type: "referenced", references: [...store.read().references, ...added] });
}

function roomIn(store: DraftStore): number {
  return Math.max(0, referencesMax - store.read().references.length);
}

function loadSending() {
  return loadPatiently(() => import("#components/studio/references/send-references.ts"));
}
