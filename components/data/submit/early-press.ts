/** A press on a page that is not alive yet, as that page keeps it (`components/studio/draft/early-press.tsx`). */
export interface EarlyPress {
  /** The key under which it will be sent, by whichever page does so. */
  key: string;
  prompt: string;
  toFront: boolean;
  /** How often it was pressed, which counts once. */
  count: number;
  /** By `Date.now()`. */
  pressedAt: number;
  /** How many pictures, where that was changed before it. */
  n?: string;
  /** The draft that was kept then, as it is kept; null when there was none. */
  draft: string | null;
  /** Whether it outlives its page. */
  isKept: boolean;
}

const prefix = "atelier.early-press.";

/** The name of what is kept under a key, and of the lock that its own page holds. */
export function nameOfEarlyPress(key: string): string {
  return prefix + key;
}

/** The key of an early press, if that is what is kept under this name. */
export function earlyPressKeyOf(name: string | null): string | null {
  return name?.startsWith(prefix) ? name.slice(prefix.length) : null;
}

/** It is kept as a submission by now, or was judged. */
export function forgetEarlyPress(storage: Storage, key: string): void {
  storage.removeItem(prefix + key);
}

/** An early press that is kept; null when it is not, or not any more. */
export function readEarlyPress(storage: Storage, key: string): EarlyPress | null {
  try {
    const kept = JSON.parse(storage.getItem(prefix + key) ?? "null");
    return kept?.key === key && kept.prompt && kept.pressedAt ? kept : null;
  } catch {
    // Another version wrote it.
    return null;
  }
}

/** The keys of all that are kept. */
export function earlyPressKeys(storage: Storage): string[] {
  return Object.keys(storage).flatMap((name) => earlyPressKeyOf(name) ?? []);
}
