import type { LastPress } from "#components/data/decide-press.ts";

const storageKey = "atelier.press";

/** The last press of this tab, which survives a reload; null when there was none, or storage is forbidden. */
export function readPress(storage: Storage): LastPress | null {
  try {
    const press = JSON.parse(storage.getItem(storageKey) ?? "null");
    return typeof press?.key === "string" && typeof press.intent === "string" ? press : null;
  } catch {
    return null;
  }
}

/** Keeps the last press. Without storage a reload forgets it, and nothing else changes. */
export function writePress(storage: Storage, press: LastPress): void {
  try {
    storage.setItem(storageKey, JSON.stringify(press));
  } catch {
    // It is full or forbidden.
  }
}
