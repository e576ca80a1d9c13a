"use client";

import { Search, X } from "lucide-react";
import { type KeyboardEvent, Suspense, useId, useState } from "react";
import type { PaletteScope } from "#components/layout/palette-opening.ts";
import { wordedPart } from "#components/layout/worded-part.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { isComposing } from "#components/ui/is-composing.ts";
import { useWords } from "#components/words/words.tsx";

const PaletteFound = wordedPart(async () => {
  const { PaletteFound } = await import("#components/palette/palette-found.tsx");
  return PaletteFound;
});

const steps: Partial<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** The field, which is there at once and keeps the focus, and what it finds, whose code comes when it is first asked for. */
export function PaletteSearch({ scope, close }: { scope: PaletteScope; close: () => void }) {
  const t = useWords();
  const listId = useId();
  const [asked, setAsked] = useState({ query: "", moved: 0, isEntered: false });
  const [activeId, setActiveId] = useState<string | null>(null);

  function choose(run?: () => void) {
    setAsked((now) => ({ ...now, isEntered: false }));
    if (!run) return;

    close();
    run();
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = steps[event.key];
    if (isComposing(event.nativeEvent)) return;
    if (event.key === "Escape") {
      event.preventDefault();
      close();
    }
    if (step === undefined && event.key !== "Enter") return;

    event.preventDefault();
    if (step === undefined) setAsked((now) => ({ ...now, isEntered: true }));
    else setAsked((now) => ({ ...now, moved: now.moved + step, isEntered: false }));
  }

  return (
    <>
      <div className="flex items-center gap-3 px-4 py-2 max-md:pt-[max(0.5rem,env(safe-area-inset-top))]">
        <Search aria-hidden className="size-4 shrink-0 text-muted" />
        <input
          role="combobox"
          aria-label={t("layout.paletteOf", { scope })}
          aria-expanded={activeId !== null}
          aria-haspopup="listbox"
          aria-autocomplete="list"
          aria-controls={listId}
          aria-activedescendant={activeId ?? undefined}
          placeholder={t("layout.find", { scope })}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
          dir="auto"
          className="h-11 min-w-0 flex-1 bg-transparent text-lg outline-none placeholder:text-muted placeholder:opacity-100"
          value={asked.query}
          onKeyDown={onKeyDown}
          onChange={(event) => setAsked({ query: event.target.value, moved: 0, isEntered: false })}
        />
        <IconButton label={t("ui.close")} className="-me-2" onClick={close}>
          <X aria-hidden />
        </IconButton>
      </div>
      <Suspense>
        <PaletteFound
          id={listId}
          scope={scope}
          {...asked}
          onActive={setActiveId}
          onChoose={choose}
        />
      </Suspense>
    </>
  );
}
