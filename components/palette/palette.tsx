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
  /** The one that is open; null when none is. */
  const [opened, setOpened] = useState<symbol | null>(null);
  useEffect(() => onPaletteOpening(() => setOpened((now) => now ?? Symbol())), []);
  useShortcuts({ palette: openPalette });

  if (!opened) return null;
  // The browser tells that one was closed when the next may be open already.
  const close = () => setOpened((now) => (now === opened ? null : now));
  return (
    <Suspense>
      <PaletteDialog onClose={close} />
    </Suspense>
  );
}
