"use client";

import { useRef } from "react";
import type { PaletteScope } from "#components/layout/palette-opening.ts";
import { PaletteSearch } from "#components/palette/palette-search.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { useWords } from "#components/words/words.tsx";

/** The palette: a search field over a list of all there is (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/), by keys alone. */
export function PaletteDialog({ scope, onClose }: { scope: PaletteScope; onClose: () => void }) {
  const t = useWords();
  const inside = useRef<HTMLDivElement>(null);

  /** At once, so that the focus is back where it was before anything moves it on. */
  function close() {
    inside.current?.closest("dialog")?.close();
    // The browser tells of it a moment later, and it may be asked for again before that.
    onClose();
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t("layout.paletteOf", { scope })}
      placement="top"
      isBare
    >
      <div
        ref={inside}
        className="flex max-h-[min(32rem,76dvh)] flex-col max-md:h-dvh max-md:max-h-none"
      >
        <PaletteSearch scope={scope} close={close} />
      </div>
    </Dialog>
  );
}
