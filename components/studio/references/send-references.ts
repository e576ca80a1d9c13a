import {
  describeRequestFailure,
  RequestError,
  requestJson,
} from "#components/data/request-json.ts";
import { promptStart } from "#components/image/prompt-start.ts";
import { loadSeldomWords } from "#components/layout/load-seldom-words.ts";
import type { DraftStore } from "#components/studio/draft/draft-store.ts";
import type { Reference } from "#components/studio/draft/reference.ts";
import { filesOfTray as files } from "#components/studio/references/files-of-tray.ts";
import { type Arrived, findKept, forget, keep } from "#components/studio/references/kept-files.ts";
import { sendFile } from "#components/studio/references/send-file.ts";
import { announce } from "#components/ui/announcement-store.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { referencesMax } from "#lib/engine/request-limits.ts";
import type { Words } from "#messages/create-words.ts";

/** One goes up after the other: on a slow line the first is there soon. */
let last: Promise<unknown> = Promise.resolve();

/** What became of those that arrived or failed, for a tray that is put back as it was before. */
const ends = new Map<string, (one: Reference) => Reference>();

/** Sends what was put into the tray; resolves when each has arrived or failed, which the tray then says. */
export async function sendFiles(
  store: DraftStore,
  keys: readonly string[],
  t: Words,
): Promise<void> {
  for (const key of keys) {
    const preview = previewOf(files.get(key)?.file);
    change(store, key, (one) => (one.state === "sending" ? { ...one, preview } : one));
  }
  await Promise.all(keys.map((key) => send(store, key, t)));
}

/** Gives a picture of the library its prompt for a name. One that is not there is taken out again, and said; where the server is not reached it stays, for it may be. */
export async function nameReference(
  store: DraftStore,
  { key, id }: { key: string; id: string },
  t: Words,
): Promise<void> {
  try {
    const { image } = await requestJson("GET /api/images/:id", { id });
    change(store, key, (one) => ({ ...one, name: promptStart(image.prompt) || one.name }));
    await tellOfAdded(store, t);
  } catch (error) {
    if (!(error instanceof RequestError)) return;
    removeReference(store, key);
    showToast(describeRequestFailure(error, t));
  }
}

/** Tells how many there are, to who does not see them. */
export async function tellOfAdded(store: DraftStore, t: Words): Promise<void> {
  const words = await loadSeldomWords(t.language);
  announce(words("references.added", { count: store.read().references.length }));
}

/** Tells of pictures for which there was no room. */
export async function tellOfRest(count: number, t: Words): Promise<void> {
  if (count === 0) return;
  const words = await loadSeldomWords(t.language);
  showToast(words("references.most", { most: referencesMax, count }));
}

/**
 * Gives those that are said to be on their way, and are not any more, the end that they had: the tray may be one of before. Those of
 * a page that was left are sent on.
 */
export function settleReferences(
  store: DraftStore,
  references: readonly Reference[],
  t: Words,
): void {
  for (const { key, state } of references) {
    const end = ends.get(key);
    if (state !== "sending") continue;
    if (end) change(store, key, end);
    else if (!files.has(key) && !sentOn.has(key)) void sendOn(store, key, t);
  }
}

const sentOn = new Set<string>();

async function sendOn(store: DraftStore, key: string, t: Words): Promise<void> {
  sentOn.add(key);
  const kept = await findKept(key);
  const words = await loadSeldomWords(t.language);
  if (kept && "file" in kept) {
    files.set(key, { file: kept.file, abort: new AbortController() });
    if (store.read().references.some((one) => one.key === key)) await sendFiles(store, [key], t);
    return;
  }
  const lost = { state: "failed", preview: "", message: words("references.notSent") } as const;
  end(store, key, ({ name }) => ({ key, name, ...(kept?.arrived ?? lost) }));
}

/** Sends once more what did not arrive. */
export async function sendAgain(store: DraftStore, key: string, t: Words): Promise<void> {
  const sent = files.get(key);
  if (!sent) return;
  files.set(key, { file: sent.file, abort: new AbortController() });
  ends.delete(key);
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
  void forget(key);
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
  void keep(key, { file });
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
    const arrived: Arrived = {
      state: "ready",
      input: { role: "reference", blobHash: hash },
      ...(isFitted && { fitted }),
    };
    void keep(key, { arrived });
    end(store, key, ({ name, ...one }) => {
      if ("preview" in one) URL.revokeObjectURL(one.preview);
      return { key, name, ...arrived };
    });
    files.delete(key);
  } catch (error) {
    if (signal.aborted) return;
    end(store, key, ({ name, ...one }) =>
      failed({ key, name, preview: "preview" in one ? one.preview : "" }, error, t),
    );
  }
}

function failed(
  one: Pick<Extract<Reference, { state: "failed" }>, "key" | "name" | "preview">,
  error: unknown,
  t: Words,
): Reference {
  return { ...one, state: "failed", message: describeRequestFailure(error, t) };
}

function end(store: DraftStore, key: string, to: (one: Reference) => Reference): void {
  ends.set(key, to);
  change(store, key, to);
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
function previewOf(file: File | undefined): string {
  const isDrawn = file && /^image\/(png|jpeg|webp|gif|avif)$/.test(file.type);
  return isDrawn ? URL.createObjectURL(file) : "";
}
