"use client";

import { Suspense, useEffect, useState } from "react";
import { useShortcuts } from "#components/layout/keys/use-shortcuts.ts";
import { onPaletteOpening, openPalette } from "#components/layout/palette-opening.ts";
import { wordedPart } from "#components/layout/worded-part.tsx";

const PaletteDialog = wordedPart(async () => {
  const { PaletteDialog } = await import("#components/palette/palette-dialog.tsx");
  return PaletteDialog;
});

/** Finds whatever there is to do or to look at, by a few letters. Its code comes when it is first asked for. */
export function Palette() {
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => onPaletteOpening(() => setIsOpen(true)), []);
  useShortcuts({ palette: openPalette });

  if (!isOpen) return null;
  return (
    <Suspense>
      <PaletteDialog onClose={() => setIsOpen(false)} />
    </Suspense>
  );
}
