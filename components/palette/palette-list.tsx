"use client";

import { useEffect, useRef } from "react";
import type { FoundSection } from "#components/palette/find-items.ts";
import type { PaletteItem } from "#components/palette/items/palette-item.ts";
import { PaletteRow } from "#components/palette/palette-row.tsx";
import { useWords } from "#components/words/words.tsx";

interface PaletteListProps {
  id: string;
  sections: readonly FoundSection[];
  active: PaletteItem | null;
  idOf: (itemId: string) => string;
  onChoose: (run: () => void) => void;
}

/** What was found, section by section; how much it is, is told. */
export function PaletteList({ id, sections, active, idOf, onChoose }: PaletteListProps) {
  const t = useWords();
  const list = useRef<HTMLDivElement>(null);
  const count = sections.reduce((sum, { items }) => sum + items.length, 0);

  useEffect(() => {
    list.current?.querySelector("[data-active]")?.scrollIntoView({ block: "nearest" });
  });

  return (
    <>
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label={t("layout.palette")}
        tabIndex={-1}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain border-line border-t p-2 empty:hidden max-md:pb-[max(0.5rem,env(safe-area-inset-bottom))]"
      >
        {sections.map(({ section, items }) => (
          // biome-ignore lint/a11y/useSemanticElements: a listbox has groups, and no fieldsets.
          <div key={section} role="group" aria-label={t(`palette.${section}`)}>
            <p aria-hidden className="px-3 pt-2 pb-1 font-[550] text-muted text-xs">
              {t(`palette.${section}`)}
            </p>
            {items.map((item) => (
              <PaletteRow
                key={item.id}
                id={idOf(item.id)}
                item={item}
                isActive={item === active}
                onChoose={() => onChoose(item.run)}
              />
            ))}
          </div>
        ))}
      </div>
      <p role="status" className={count > 0 ? "sr-only" : "px-4 pt-2 pb-6 text-md text-muted"}>
        {t("palette.found", { count })}
      </p>
    </>
  );
}
