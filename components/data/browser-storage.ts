import { createMemoryStorage } from "#components/data/memory-storage.ts";

type StorageKind = "local" | "session";

export interface OpenedStorage {
  storage: Storage;
  /** Whether it outlives the page. */
  isKept: boolean;
}

const opened = new Map<StorageKind, OpenedStorage>();

/**
 * The browser's storage, or one that forgets with the page where site data is blocked: the very name throws there,
 * and where only writing is refused, writing does.
 */
export function openBrowserStorage(kind: StorageKind): OpenedStorage {
  const before = opened.get(kind);
  if (before) return before;

  const now = tryStorage(() => (kind === "local" ? window.localStorage : window.sessionStorage));
  opened.set(kind, now);
  return now;
}

/** Takes a storage that can be written to; one that is merely full of the studio's own is kept, for it can be read. */
export function tryStorage(open: () => Storage): OpenedStorage {
  const probe = "atelier.probe";
  try {
    const storage = open();
    if (storage.getItem("atelier.draft") === null) {
      storage.setItem(probe, "");
      storage.removeItem(probe);
    }
    return { storage, isKept: true };
  } catch {
    return { storage: createMemoryStorage(), isKept: false };
  }
}
