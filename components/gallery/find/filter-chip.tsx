import { X } from "lucide-react";
import { useWords } from "#components/words/words.tsx";

/** A facet of the search, which a press takes away. */
export function FilterChip({ label, onRemove }: { label: string; onRemove: () => void }) {
  const t = useWords();

  return (
    <button
      type="button"
      aria-label={t("find.remove", { filter: label })}
      onClick={onRemove}
      className="inline-flex h-6 shrink-0 items-center gap-1 whitespace-nowrap rounded-full bg-fill-strong ps-2.5 pe-1.5 font-medium text-ink text-xs pointer-coarse:h-11 pointer-coarse:px-3 [&_svg]:size-3.5"
    >
      <span dir="auto">{label}</span>
      <X aria-hidden />
    </button>
  );
}
