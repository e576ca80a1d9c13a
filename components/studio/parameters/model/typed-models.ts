import { openBrowserStorage } from "#components/data/browser-storage.ts";

const storageKey = "atelier.models";
const keptMax = 8;

/** The names of models that were typed in this browser, the last one first. */
export function readTypedModels(): string[] {
  try {
    const names = JSON.parse(openBrowserStorage("local").storage.getItem(storageKey) ?? "[]");
    return Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
  } catch {
    // It holds what another version wrote.
    return [];
  }
}

/** Remembers a name that was typed, for no list has it. */
export function rememberTypedModel(name: string): void {
  const names = [name, ...readTypedModels().filter((other) => other !== name)].slice(0, keptMax);
  try {
    openBrowserStorage("local").storage.setItem(storageKey, JSON.stringify(names));
  } catch {
    // It is full: the draft has the name.
  }
}
