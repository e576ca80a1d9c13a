import { openBrowserStorage } from "#components/data/browser-storage.ts";
import { idsOf, type ShortcutId, usualKeys } from "#components/layout/keys/shortcut-table.ts";

/** The keys of each; "" where there are none. */
export type KeyBindings = Readonly<Record<ShortcutId, string>>;

const storageKey = "atelier.keys";
const listeners = new Set<() => void>();
let bindings: KeyBindings | null = null;

/** The keys as they are set in this browser; the same object until one changes. */
export function readBindings(): KeyBindings {
  bindings ??= withStored();
  return bindings;
}

/** Sets keys, for this browser; where it keeps nothing, for as long as the page is open. */
export function changeBindings(change: Partial<KeyBindings>): void {
  const next = { ...readBindings(), ...change };
  const own = Object.entries(next).filter(([id, keys]) => keys !== Object(usualKeys)[id]);
  try {
    openBrowserStorage("local").storage.setItem(
      storageKey,
      JSON.stringify(Object.fromEntries(own)),
    );
  } catch {
    // It is full.
  }
  take(next);
}

/** Calls back when keys are set, here or in another tab, until the returned function is called. */
export function subscribeToBindings(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener("storage", takeStored);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener("storage", takeStored);
  };
}

function takeStored({ key }: StorageEvent) {
  if (key === storageKey || key === null) take(withStored());
}

function take(next: KeyBindings) {
  bindings = next;
  for (const listener of listeners) listener();
}

function withStored(): KeyBindings {
  const next = { ...usualKeys };
  try {
    const stored: unknown = JSON.parse(
      openBrowserStorage("local").storage.getItem(storageKey) ?? "{}",
    );
    for (const id of idsOf(usualKeys)) {
      const keys: unknown = Object(stored)[id];
      if (typeof keys === "string") next[id] = keys;
    }
  } catch {
    // It holds what another version wrote.
  }
  return next;
}
