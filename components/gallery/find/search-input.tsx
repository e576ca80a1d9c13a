import type { ComponentProps } from "react";
import { useWords } from "#components/words/words.tsx";

interface SearchInputProps extends ComponentProps<"input"> {
  /** Of the list of suggestions. */
  listId: string;
  isExpanded: boolean;
  /** Where the arrows stand; -1 where they stand nowhere. */
  active: number;
}

/** Where a search is written, as ARIA has its combobox. The text is 16 pixels on touch screens, or iOS zooms into it. */
export function SearchInput({ listId, isExpanded, active, ...props }: SearchInputProps) {
  const t = useWords();

  return (
    <input
      role="combobox"
      aria-label={t("find.field")}
      aria-expanded={isExpanded}
      aria-haspopup="listbox"
      aria-autocomplete="list"
      aria-controls={listId}
      aria-activedescendant={active < 0 ? undefined : `${listId}-${active}`}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      enterKeyHint="search"
      dir="auto"
      className="h-8 min-w-24 flex-1 bg-transparent text-md outline-none placeholder:text-muted placeholder:opacity-100 pointer-coarse:h-11 pointer-coarse:text-lg"
      {...props}
    />
  );
}
