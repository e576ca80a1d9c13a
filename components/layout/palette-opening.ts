const opening = new EventTarget();

/** Opens the palette, from wherever. */
export function openPalette(): void {
  opening.dispatchEvent(new Event("open"));
}

/** Calls back when it is to open, until the returned function is called. */
export function onPaletteOpening(listener: () => void): () => void {
  opening.addEventListener("open", listener);
  return () => opening.removeEventListener("open", listener);
}
