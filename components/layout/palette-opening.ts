/** What is looked for: all there is, or a prompt that was asked before. */
export type PaletteScope = "all" | "prompts";

const listeners = new Set<(scope: PaletteScope) => void>();

/** Opens the palette, from wherever: within the key or the click that asks for it, so that what is typed next is typed into it. */
export function openPalette(): void {
  for (const listener of listeners) listener("all");
}

let ownSearch = openPalette;

/** Searches what the screen shows, where it has a search of its own; else opens the palette. */
export function openSearch(): void {
  ownSearch();
}

/** Makes this the screen's own search, until the returned function is called. */
export function offerSearch(search: () => void): () => void {
  ownSearch = search;
  return () => {
    if (ownSearch === search) ownSearch = openPalette;
  };
}

/** The same as the palette, for prompts alone. */
export function openPromptHistory(): void {
  for (const listener of listeners) listener("prompts");
}

/** Calls back when it is to open, until the returned function is called. */
export function onPaletteOpening(listener: (scope: PaletteScope) => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
