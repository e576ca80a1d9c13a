"use client";

import { useEffect, useState } from "react";
import { useShortcuts } from "#components/layout/keys/use-shortcuts.ts";
import {
  onPaletteOpening,
  openPalette,
  type PaletteScope,
} from "#components/layout/palette-opening.ts";
import { PaletteDialog } from "#components/palette/palette-dialog.tsx";

/** Finds whatever there is to do or to look at, by a few letters. Only its field is there from the beginning. */
export function Palette() {
  /** The one that is open, by its number; null when none is. */
  const [opened, setOpened] = useState<{ number: number; scope: PaletteScope } | null>(null);
  useEffect(() => {
    let number = 0;
    return onPaletteOpening((scope) => {
      number += 1;
      const next = { number, scope };
      setOpened((now) => now ?? next);
    });
  }, []);
  useShortcuts({ palette: openPalette });

  if (!opened) return null;
  // The browser tells that one was closed when the next may be open already.
  const close = () => setOpened((now) => (now === opened ? null : now));
  return (
    // Each is another: one that was closed is not opened again, also where both are seen at once.
    <PaletteDialog key={opened.number} scope={opened.scope} onClose={close} />
  );
}
