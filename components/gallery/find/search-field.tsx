"use client";

import { Search as SearchIcon, X } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { FilterChip } from "#components/gallery/find/filter-chip.tsx";
import { SearchInput } from "#components/gallery/find/search-input.tsx";
import { SearchProblem } from "#components/gallery/find/search-problem.tsx";
import { SuggestionList } from "#components/gallery/find/suggestion-list.tsx";
import { useFacetNames } from "#components/gallery/find/use-facet-names.ts";
import { useSearchEdit } from "#components/gallery/find/use-search-edit.ts";
import { useSearchKeys } from "#components/gallery/find/use-search-keys.ts";
import type { SearchLine } from "#components/gallery/find/use-search-line.ts";
import { useSuggestions } from "#components/gallery/find/use-suggestions.ts";
import { offerSearch } from "#components/layout/palette-opening.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useWords } from "#components/words/words.tsx";
import type { ImageCount } from "#lib/contract/library/find-answers.ts";
import { parseFindQuery } from "#lib/contract/library/find-query.ts";

interface SearchFieldProps {
  search: SearchLine;
  onlyFavorites: boolean;
  /** How many it finds. */
  count: ImageCount | null;
}

/** One field for words and facets, over what it could be narrowed to (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). */
export function SearchField({ search, onlyFavorites, count }: SearchFieldProps) {
  const t = useWords();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const edit = useSearchEdit(search, field);
  const { chips, text } = edit.draft;
  const names = useFacetNames(isOpen || chips.length > 0);
  const suggestions = useSuggestions(edit.draft, { isOpen, onlyFavorites, ...names });
  const keys = useSearchKeys({ suggestions, edit, onOpen: setIsOpen });
  const isExpanded = suggestions.length > 0;
  const [problem] = isExpanded ? [] : parseFindQuery(text).problems;
  useEffect(() => offerSearch(() => field.current?.select()), []);

  return (
    <search className="relative min-w-0 flex-1">
      <div className="flex h-9 items-center gap-2 rounded-control bg-fill ps-3 pe-1 has-[input:focus-visible]:outline-2 pointer-coarse:h-12">
        <SearchIcon aria-hidden className="size-4 shrink-0 text-muted" />
        <div className="flex min-w-0 flex-1 items-center gap-1 overflow-x-auto [scrollbar-width:none]">
          {chips.map((chip) => (
            <FilterChip
              key={chip}
              label={names.tellChip(chip)}
              onRemove={() => edit.remove(chip)}
            />
          ))}
          <SearchInput
            ref={field}
            listId={id}
            isExpanded={isExpanded}
            active={keys.active}
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? `${id}-problem` : undefined}
            placeholder={chips.length > 0 ? undefined : t("find.field")}
            value={text}
            onFocus={() => setIsOpen(true)}
            onBlur={() => setIsOpen(false)}
            onKeyDown={keys.onKeyDown}
            onChange={(event) => {
              setIsOpen(true);
              edit.type(event.target.value);
            }}
          />
        </div>
        <p role="status" className="shrink-0 text-muted text-sm empty:hidden">
          {count && t("find.count", { count: count.count, isCapped: `${count.isCapped}` })}
        </p>
        {!edit.isEmpty && (
          <IconButton label={t("find.clear")} onClick={edit.clear}>
            <X aria-hidden />
          </IconButton>
        )}
      </div>
      {isExpanded && (
        <SuggestionList
          id={id}
          active={keys.active}
          onChoose={edit.choose}
          suggestions={suggestions}
        />
      )}
      {problem && <SearchProblem id={`${id}-problem`} problem={problem} />}
    </search>
  );
}
