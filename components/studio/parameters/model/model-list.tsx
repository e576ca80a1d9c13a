"use client";

import { useEffect, useRef } from "react";
import { ModelOptionRow } from "#components/studio/parameters/model/model-option-row.tsx";
import {
  isSame,
  type ModelKey,
  type ModelOption,
} from "#components/studio/parameters/model/model-sections.ts";
import type { ModelSearch } from "#components/studio/parameters/model/use-model-search.ts";
import { useWords } from "#components/words/words.tsx";

interface ModelListProps {
  id: string;
  /** The one that is chosen. */
  value: ModelKey;
  found: ModelSearch;
  idOf: (option: ModelOption) => string;
}

/** The models that were found, section by section. */
export function ModelList({ id, value, found, idOf }: ModelListProps) {
  const t = useWords();
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    list.current?.querySelector("[data-active]")?.scrollIntoView({ block: "nearest" });
  });

  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={t("models.title")}
      tabIndex={-1}
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain"
    >
      {found.sections.map(({ title, note, options }) => (
        // biome-ignore lint/a11y/useSemanticElements: a listbox has groups, and no fieldsets.
        <div key={title} role="group" aria-label={title ?? t("models.title")}>
          {title && (
            <p aria-hidden className="px-3 pt-2 pb-1 font-[550] text-muted text-xs">
              {title}
            </p>
          )}
          {note && <p className="px-3 pb-1 text-muted text-xs">{note}</p>}
          {options.map((option) => (
            <ModelOptionRow
              key={idOf(option)}
              id={idOf(option)}
              option={option}
              own={found.own.of(option)}
              isChosen={isSame(option, value)}
              isActive={option === found.active}
              onChoose={() => found.choose(option)}
              onStar={() => found.toggleStar(option)}
              onHide={() => found.toggleHidden(option)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
