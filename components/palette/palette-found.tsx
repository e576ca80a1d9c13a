"use client";

import { useLayoutEffect, useState } from "react";
import type { PaletteScope } from "#components/layout/palette-opening.ts";
import { findItems } from "#components/palette/find-items.ts";
import { type Lit, nextLit } from "#components/palette/next-lit.ts";
import { PaletteList } from "#components/palette/palette-list.tsx";
import { usePaletteItems } from "#components/palette/use-palette-items.ts";

const nothingLit: Lit = { query: "", moved: 0, id: null };

interface PaletteFoundProps {
  id: string;
  scope: PaletteScope;
  query: string;
  /** How far the arrows went since the query was changed. */
  moved: number;
  /** Enter was pressed, maybe before this was here. */
  isEntered: boolean;
  /** Names the element where the arrows stand; null when nothing was found. */
  onActive: (elementId: string | null) => void;
  /** Is told of nothing where Enter has nothing to choose. */
  onChoose: (run?: () => void) => void;
}

/** What fits a query among all there is to do or to look at, and of it the item that Enter chooses. */
export function PaletteFound({
  id,
  scope,
  query,
  moved,
  isEntered,
  onActive,
  onChoose,
}: PaletteFoundProps) {
  const items = usePaletteItems(query);
  // With the letter, and not after it: Enter is for what was typed before.
  const sections = findItems(items, { query, scope });
  const found = sections.flatMap((section) => section.items);
  const [lit, setLit] = useState(nothingLit);
  const next = nextLit(found, lit, { query, moved });
  if (next !== lit) setLit(next);
  const active = found.find((item) => item.id === next.id) ?? null;
  const idOf = (itemId: string) => `${id}-${itemId.replaceAll(/\s/g, "_")}`;
  const activeId = active && idOf(active.id);

  useLayoutEffect(() => onActive(activeId), [activeId, onActive]);
  useLayoutEffect(() => {
    if (isEntered) onChoose(active?.run);
  });

  return (
    <PaletteList id={id} sections={sections} active={active} idOf={idOf} onChoose={onChoose} />
  );
}
