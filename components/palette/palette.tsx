"use client";

import { useEffect, useState } from "react";
import { useShortcuts } from "#components/layout/keys/use-shortcuts.ts";
import { onPaletteOpening, openPalette } from "#components/layout/palette-opening.ts";
import { PaletteDialog } from "#components/palette/palette-dialog.tsx";

/** Finds whatever there is to do or to look at, by a few letters. Only its field is there from the beginning. */
export function Palette() {
  /** The number of the one that is open; null when none is. */
  const [opened, setOpened] = useState<number | null>(null);
  useEffect(() => {
    let count = 0;
    return onPaletteOpening(() => {
      count += 1;
      const next = count;
      setOpened((now) => now ?? next);
    });
  }, []);
  useShortcuts({ palette: openPalette });

  if (!opened) return null;
  // The browser tells that one was closed when the next may be open already.
  const close = () => setOpened((now) => (now === opened ? null : now));
  return (
    // Each is another: one that was closed is not opened again, also where both are seen at once.
    <PaletteDialog key={opened} onClose={close} />
  );
}
