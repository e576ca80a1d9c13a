"use client";

import { useDeferredValue, useMemo, useState } from "react";
import { findItems, toSearchable } from "#components/palette/find-items.ts";
import { usePaletteItems } from "#components/palette/use-palette-items.ts";

/** A search among all there is to do or to look at, and the item that Enter would choose. */
export function usePaletteSearch() {
  const [query, setQuery] = useState("");
  /** How far the arrows went since the query was changed. */
  const [moved, setMoved] = useState(0);
  const items = usePaletteItems();
  const searchable = useMemo(() => toSearchable(items), [items]);
  // The letter is written before thousands of models are looked through.
  const asked = useDeferredValue(query);
  const sections = useMemo(() => findItems(searchable, asked), [searchable, asked]);
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
