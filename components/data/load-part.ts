import { openBrowserStorage } from "#components/data/browser-storage.ts";

/** When this tab was loaded anew for want of a part, by `Date.now()`. */
const storageKey = "atelier.loaded-anew";

/** A part that is missing again so soon is not missing for want of a newer page. */
const againMs = 60_000;

/**
 * Loads code that comes when it is needed. Where the server is there and has it no more, it was updated under the open
 * page, which is then loaded anew: drafts and presses outlive that. Throws when the server is not reached.
 */
export async function loadPart<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch (error) {
    if (!(await isServerThere())) throw error;
  }

  try {
    return await load();
  } catch (error) {
    if (!loadAnew()) throw error;
    return new Promise(() => {});
  }
}

/** A file that no update takes away; something in between that answers for the server does not have it. */
async function isServerThere(): Promise<boolean> {
  try {
    return (await fetch("/manifest.webmanifest", { cache: "no-store" })).ok;
  } catch {
    // It is not reached: that is the answer.
    return false;
  }
}

/** False when that did not help a moment ago, or cannot be remembered. */
function loadAnew(): boolean {
  const { storage, isKept } = openBrowserStorage("session");
  if (!isKept) return false;

  const last = Number(storage.getItem(storageKey) ?? 0);
  if (Date.now() - last < againMs) return false;
  try {
    storage.setItem(storageKey, String(Date.now()));
  } catch {
    // It is full.
    return false;
  }
  location.reload();
  return true;
}
