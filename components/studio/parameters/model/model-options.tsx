"use client";

import { useEffect, useId, useRef } from "react";
import { ModelOptionRow } from "#components/studio/parameters/model/model-option-row.tsx";
import { isSame, type ModelOption } from "#components/studio/parameters/model/model-sections.ts";
import {
  type ModelSearchOptions,
  useModelSearch,
} from "#components/studio/parameters/model/use-model-search.ts";
import { Input } from "#components/ui/input.tsx";
import { useWords } from "#components/words/words.tsx";

/**
 * The inside of the model picker: a search field over a list (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). The
 * focus stays in the field; arrows move through the list.
 */
export function ModelOptions(options: ModelSearchOptions) {
  const { offers, value } = options;
  const takesAnyName = offers.some(({ takesAnyModel }) => takesAnyModel);
  const id = useId();
  const t = useWords();
  const list = useRef<HTMLDivElement>(null);
  const { query, search, sections, active, count, left, choose, chooseByKey } =
    useModelSearch(options);
  const idOf = (option: ModelOption) =>
    `${id}-${option.gatewayId}-${option.id}`.replaceAll(/\s/g, "_");

  useEffect(() => {
    list.current?.querySelector("[data-active]")?.scrollIntoView({ block: "nearest" });
  });

  return (
    <div className="flex max-h-[min(27rem,calc(var(--popover-room,70dvh)-1.5rem))] flex-col">
      <div className="pb-2">
        <Input
          ref={focusWithKeyboard}
          role="combobox"
          aria-label={t("models.search")}
          aria-expanded
          aria-haspopup="listbox"
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={active ? idOf(active) : undefined}
          placeholder={t(takesAnyName ? "models.searchOrType" : "models.search")}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={query}
          onKeyDown={chooseByKey}
          onChange={(event) => search(event.target.value)}
        />
      </div>
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={t("models.title")}
        tabIndex={-1}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain"
      >
        {sections.map(({ title, note, options: own }) => (
          // biome-ignore lint/a11y/useSemanticElements: a listbox has groups, and no fieldsets.
          <div key={title} role="group" aria-label={title ?? t("models.title")}>
            {title && (
              <p aria-hidden className="px-3 pt-2 pb-1 font-[550] text-muted text-xs">
                {title}
              </p>
            )}
            {note && <p className="px-3 pb-1 text-muted text-xs">{note}</p>}
            {own.map((option) => (
              <ModelOptionRow
                key={idOf(option)}
                id={idOf(option)}
                option={option}
                isChosen={isSame(option, value)}
                isActive={option === active}
                onChoose={() => choose(option)}
              />
            ))}
          </div>
        ))}
      </div>
      <p role="status" className="px-3 pt-2 text-muted text-xs empty:hidden">
        {t("models.found", { count, left })}
      </p>
    </div>
  );
}

/**
 * On a touch screen the focus would bring up the keyboard, over a list that may be short. Where there is no pointer at all,
 * as with keys alone, nothing else leads there.
 */
function focusWithKeyboard(field: HTMLInputElement | null) {
  if (!field || matchMedia("(pointer: coarse)").matches) return;

  // Drawn before the popover is shown, the browser gives it the focus then; drawn after that, it takes it.
  field.setAttribute("autofocus", "");
  field.focus();
}
