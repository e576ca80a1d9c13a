const listeners = new Set<() => void>();

/** Opens the palette, from wherever: within the key or the click that asks for it, so that what is typed next is typed into it. */
export function openPalette(): void {
  for (const listener of listeners) listener();
}

/** Calls back when it is to open, until the returned function is called. */
export function onPaletteOpening(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
