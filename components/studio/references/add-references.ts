import { describeRequestFailure } from "#components/data/request-json.ts";
import { promptStart } from "#components/image/prompt-start.ts";
import { loadSeldomWords } from "#components/layout/load-seldom-words.ts";
import type { DraftStore } from "#components/studio/draft/draft-store.ts";
import type { Reference } from "#components/studio/draft/reference.ts";
import { newReference, newReferenceKey } from "#components/studio/references/new-reference.ts";
import { sendFile } from "#components/studio/references/send-file.ts";
import { announce } from "#components/ui/announcement-store.ts";
import { showToast } from "#components/ui/toast-store.ts";
import type { ImageView } from "#lib/contract/image-view.ts";
import { referencesMax } from "#lib/engine/request-limits.ts";
import type { Words } from "#messages/create-words.ts";

/** What is on its way, or could be sent again, by the key of its reference. */
const files = new Map<string, { file: File; abort: AbortController }>();

/** One goes up after the other: on a slow line the first is there soon. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Puts files into the tray, where they are seen at once, and sends them. The one way in for whatever was picked, dropped, pasted or
 * shared; it resolves to the keys of those for which there was room when each has arrived or failed, which the tray then says.
 */
export async function addFiles(
  store: DraftStore,
  chosen: readonly File[],
  t: Words,
): Promise<string[]> {
  const words = await loadSeldomWords(t.language);
  const room = referencesMax - store.read().references.length;
  const taken = chosen.slice(0, Math.max(0, room));
  tellOfRest(chosen.length - taken.length, words);

  const added = taken.map((file): Reference => {
    const key = newReferenceKey();
    files.set(key, { file, abort: new AbortController() });
    const name = file.name || words("references.pasted");
    return { key, name, state: "sending", preview: previewOf(file), progress: 0 };
  });
  put(store, [...store.read().references, ...added]);
  const keys = added.map(({ key }) => key);
  await Promise.all(keys.map((key) => send(store, key, t)));
  return keys;
}

/** Puts a picture of the library into the tray; its bytes are at the server already. */
export async function addImage(
  store: DraftStore,
  { id, prompt }: Pick<ImageView, "id" | "prompt">,
  t: Words,
): Promise<void> {
  const words = await loadSeldomWords(t.language);
  const { references } = store.read();
  if (references.length >= referencesMax) {
    tellOfRest(1, words);
    return;
  }
  put(store, [
    ...references,
    newReference(
      { role: "reference", imageId: id },
      promptStart(prompt) || words("references.ofLibrary"),
    ),
  ]);
  announce(words("references.added", { count: references.length + 1 }));
}

/** Sends once more what did not arrive. */
export async function sendAgain(store: DraftStore, key: string, t: Words): Promise<void> {
  const sent = files.get(key);
  if (!sent) return;
  files.set(key, { file: sent.file, abort: new AbortController() });
  change(store, key, ({ name, ...one }) => ({
    key,
    name,
    state: "sending",
    preview: "preview" in one ? one.preview : "",
    progress: 0,
  }));
  await send(store, key, t);
}

/** Takes one out of the tray; what is on its way is sent no further, and would be sent anew if it came back. */
export function removeReference(store: DraftStore, key: string): void {
  files.get(key)?.abort.abort();
  put(
    store,
    store.read().references.filter((one) => one.key !== key),
  );
}

async function send(store: DraftStore, key: string, t: Words): Promise<void> {
  const sent = files.get(key);
  if (!sent) return;
  const { file, abort } = sent;
  const { signal } = abort;
  const onProgress = (progress: number) =>
    change(store, key, (one) => (one.state === "sending" ? { ...one, progress } : one));
  const turn = last.then(() => {
    signal.throwIfAborted();
    return sendFile(file, { signal, onProgress });
  });
  last = turn.catch(() => {});

  try {
    const { upload } = await turn;
    const { hash, width, height, sent: before } = upload;
    const isFitted = before.width !== width;
    const fitted = `${before.width} × ${before.height} → ${width} × ${height}`;
    change(store, key, ({ name, ...one }) => {
      if ("preview" in one) URL.revokeObjectURL(one.preview);
      return {
        key,
        name,
        state: "ready",
        input: { role: "reference", blobHash: hash },
        ...(isFitted && { fitted }),
      };
    });
    files.delete(key);
  } catch (error) {
    if (signal.aborted) return;
    const message = describeRequestFailure(error, t);
    change(store, key, ({ name, ...one }) => ({
      key,
      name,
      state: "failed",
      preview: "preview" in one ? one.preview : "",
      message,
    }));
  }
}

function tellOfRest(count: number, words: Words): void {
  if (count > 0) showToast(words("references.most", { most: referencesMax, count }));
}

/** Of one that was taken out meanwhile nothing is changed. */
function change(store: DraftStore, key: string, to: (one: Reference) => Reference): void {
  put(
    store,
    store.read().references.map((one) => (one.key === key ? to(one) : one)),
  );
}

function put(store: DraftStore, references: readonly Reference[]): void {
  store.dispatch({ type: "referenced", references });
}

/** Its own picture until it is here; "" for what no browser would draw. */
function previewOf(file: File): string {
  return /^image\/(png|jpeg|webp|gif|avif)$/.test(file.type) ? URL.createObjectURL(file) : "";
}
