import { createStore, del, delMany, get, keys, set } from "idb-keyval";
import type { Reference } from "#components/studio/draft/reference.ts";

/** What a reference is once its file has arrived. */
export type Arrived = Omit<Extract<Reference, { state: "ready" }>, "key" | "name">;

/** What this browser keeps of a file that was put into the tray, by the key of its reference: it is read by other tabs as well. */
type Kept = { file: File } | { arrived: Arrived };

/** What nobody came back for in so long is forgotten: drafts of closed tabs. */
const keptMs = 7 * 24 * 60 * 60 * 1_000;

const open = () => createStore("atelier-tray", "files");
let store: ReturnType<typeof open> | undefined;

/** Keeps it until `forget`, so that who reloads, or whose phone closes the tab, need not choose it again. */
export function keep(key: string, kept: Kept): Promise<void> {
  return tryStore(async (files) => {
    await set(key, kept, files);
    const old = (await keys<string>(files)).filter((one) => Date.now() - madeAt(one) > keptMs);
    await delMany(old, files);
  });
}

/** What was kept, of this tab or another; undefined where nothing is. */
export function findKept(key: string): Promise<Kept | undefined> {
  return tryStore((files) => get<Kept>(key, files));
}

/** It was taken out of the tray. */
export function forget(key: string): Promise<void> {
  return tryStore((files) => del(key, files));
}

/** By `newReferenceKey`. */
function madeAt(key: string): number {
  return Number.parseInt(key, 10);
}

/** Where the storage is full or forbidden, what is chosen lives as long as the page. */
async function tryStore<Result>(
  use: (files: ReturnType<typeof open>) => Promise<Result>,
): Promise<Result | undefined> {
  try {
    store ??= open();
    return await use(store);
  } catch {
    return undefined;
  }
}
