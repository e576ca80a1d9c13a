"use client";

import { useEffect, useId, useLayoutEffect, useRef } from "react";
import type { Reference } from "#components/studio/draft/reference.ts";
import { ReferencePicture } from "#components/studio/references/reference-picture.tsx";
import { promptField, useMention } from "#components/studio/references/use-mention.ts";
import { useWords } from "#components/words/words.tsx";
import { cn } from "#lib/platform/cn.ts";

/**
 * The pictures that an "@" in the prompt may name (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/): the focus stays in the
 * field. What is chosen stands in the prompt in words, as it is sent.
 */
export function MentionList({ references }: { references: readonly Reference[] }) {
  const t = useWords();
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const nameOf = (place: number) => t("references.mention", { place });
  const { options, active, choose } = useMention({ references, nameOf });
  const isOpen = options.length > 0;
  const activeId = active && `${id}-${active.place}`;

  useLayoutEffect(() => {
    const source = promptField();
    if (!isOpen || !source) return;

    const list = panel.current;
    list?.showPopover({ source });
    source.setAttribute("aria-controls", id);
    return () => {
      list?.hidePopover();
      source.removeAttribute("aria-controls");
    };
  }, [isOpen, id]);

  useEffect(() => {
    if (activeId === null) return;
    promptField()?.setAttribute("aria-activedescendant", activeId);
    document.getElementById(activeId)?.scrollIntoView({ block: "nearest" });
    return () => promptField()?.removeAttribute("aria-activedescendant");
  }, [activeId]);

  return (
    <div
      ref={panel}
      popover="manual"
      data-slot="popover"
      data-place="above-composer"
      id={id}
      role="listbox"
      aria-label={t("references.mentions")}
      tabIndex={-1}
      // The field keeps the focus.
      onPointerDown={(event) => event.preventDefault()}
      className="w-80 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-panel bg-surface p-1.5 text-ink shadow-panel forced-colors:border"
    >
      {options.map(({ reference, place }) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field that has the focus.
        <div
          key={reference.key}
          id={`${id}-${place}`}
          role="option"
          aria-selected={place === active?.place}
          tabIndex={-1}
          onClick={() => choose(place)}
          className={cn(
            "flex min-h-11 cursor-pointer items-center gap-3 rounded-control p-1.5 hover:bg-fill",
            place === active?.place && "bg-fill forced-colors:outline-2",
          )}
        >
          <span className="relative size-9 shrink-0 overflow-hidden rounded-picture bg-well">
            <ReferencePicture reference={reference} />
          </span>
          <span className="shrink-0 font-semibold text-md">{nameOf(place)}</span>
          <span className="min-w-0 truncate text-muted text-sm">{reference.name}</span>
        </div>
      ))}
    </div>
  );
}
