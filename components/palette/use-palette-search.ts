"use client";

import { useState } from "react";
import { findItems } from "#components/palette/find-items.ts";
import { usePaletteItems } from "#components/palette/use-palette-items.ts";

/** A search among all there is to do or to look at, and the item that Enter would choose. */
export function usePaletteSearch() {
  const [query, setQuery] = useState("");
  /** How far the arrows went since the query was changed. */
  const [moved, setMoved] = useState(0);
  const items = usePaletteItems();
  // With the letter, and not after it: Enter is for what was typed before.
  const sections = findItems(items, query);
  const found = sections.flatMap((section) => section.items);
  const at = found.length === 0 ? 0 : ((moved % found.length) + found.length) % found.length;

  return {
    query,
    search(text: string) {
      setQuery(text);
      setMoved(0);
    },
    sections,
    active: found[at] ?? null,
    moveBy: (step: number) => setMoved(at + step),
  };
}
