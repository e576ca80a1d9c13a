import { openBrowserStorage } from "#components/data/browser-storage.ts";

const storageKey = "atelier.device";

/** The id of this browser where it asked to be told of presses that end; null where it did not. */
export function readDeviceId(): string | null {
  return openBrowserStorage("local").storage.getItem(storageKey);
}

/** Remembers it, or forgets it: a browser whose storage is full is told of what it sees by itself, too. */
export function keepDeviceId(id: string | null): void {
  const { storage } = openBrowserStorage("local");
  try {
    if (id === null) storage.removeItem(storageKey);
    else storage.setItem(storageKey, id);
  } catch {
    // It is full.
  }
}
