import type { Suggestion } from "#components/gallery/find/list-suggestions.ts";
import { Option } from "#components/ui/listbox/option.tsx";
import { useWords } from "#components/words/words.tsx";
import { cn } from "#lib/platform/cn.ts";

interface SuggestionListProps {
  id: string;
  suggestions: readonly Suggestion[];
  /** Where the arrows stand; -1 where they stand nowhere. */
  active: number;
  onChoose: (suggestion: Suggestion) => void;
}

/** What the search could be narrowed to, under its field, each with how many pictures it would leave. */
export function SuggestionList({ id, suggestions, active, onChoose }: SuggestionListProps) {
  const t = useWords();

  return (
    <div
      id={id}
      role="listbox"
      aria-label={t("find.suggestions")}
      tabIndex={-1}
      className="absolute inset-x-0 top-full z-40 mt-1 max-h-[60dvh] overflow-y-auto overscroll-contain rounded-panel bg-surface p-1.5 shadow-panel forced-colors:border"
    >
      {suggestions.map((suggestion, at) => (
        <Option
          key={`${suggestion.facet} ${suggestion.value}`}
          id={`${id}-${at}`}
          isSelected={at === active}
          // The field keeps the focus.
          onPointerDown={(event) => event.preventDefault()}
          onChoose={() => onChoose(suggestion)}
          className={cn(
            "min-h-9 gap-3 px-2.5 py-1 text-md",
            at === active &&
              "bg-fill forced-colors:outline-2 forced-colors:outline-[Highlight] forced-colors:-outline-offset-2",
          )}
        >
          <span className="w-16 shrink-0 text-muted text-sm">
            {t("find.facet", { facet: suggestion.facet })}
          </span>
          <span dir="auto" className="min-w-0 flex-1 truncate text-start">
            {suggestion.name}
          </span>
          <span className="shrink-0 text-muted text-sm">
            {t("find.number", { count: suggestion.count })}
          </span>
        </Option>
      ))}
    </div>
  );
}
