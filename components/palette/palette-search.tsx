"use client";

import { Search, X } from "lucide-react";
import { type KeyboardEvent, useId } from "react";
import { PaletteList } from "#components/palette/palette-list.tsx";
import { usePaletteSearch } from "#components/palette/use-palette-search.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useWords } from "#components/words/words.tsx";

const steps: Partial<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** The field, which keeps the focus, and what it finds. */
export function PaletteSearch({ close }: { close: () => void }) {
  const t = useWords();
  const id = useId();
  const { query, search, sections, active, moveBy } = usePaletteSearch();
  const idOf = (itemId: string) => `${id}-${itemId.replaceAll(/\s/g, "_")}`;

  function choose(run: () => void) {
    close();
    run();
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = steps[event.key];
    if (event.key === "Escape" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      close();
    }
    // The keys of an input method are its own.
    if (event.nativeEvent.isComposing || (step === undefined && event.key !== "Enter")) return;

    event.preventDefault();
    if (step !== undefined) moveBy(step);
    else if (active) choose(active.run);
  }

  return (
    <>
      <div className="flex items-center gap-3 px-4 py-2 max-md:pt-[max(0.5rem,env(safe-area-inset-top))]">
        <Search aria-hidden className="size-4 shrink-0 text-muted" />
        <input
          role="combobox"
          aria-label={t("palette.title")}
          aria-expanded={sections.length > 0}
          aria-haspopup="listbox"
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={active ? idOf(active.id) : undefined}
          placeholder={t("palette.placeholder")}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
          dir="auto"
          className="h-11 min-w-0 flex-1 bg-transparent text-lg outline-none placeholder:text-muted placeholder:opacity-100"
          value={query}
          onKeyDown={onKeyDown}
          onChange={(event) => search(event.target.value)}
        />
        <IconButton label={t("ui.close")} className="-me-2" onClick={close}>
          <X aria-hidden />
        </IconButton>
      </div>
      <PaletteList
        id={`${id}-list`}
        sections={sections}
        active={active}
        idOf={idOf}
        onChoose={choose}
      />
    </>
  );
}
