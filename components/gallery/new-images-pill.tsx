import { ArrowUp } from "lucide-react";
import { useWords } from "#components/words/words.tsx";

/** Says that pictures came while the person was further down; a press goes to them. */
export function NewImagesPill({ count, onShow }: { count: number; onShow: () => void }) {
  const t = useWords();

  return (
    <div
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 top-16 z-30 flex justify-center ps-(--rail-width)"
    >
      {count > 0 && (
        <button
          type="button"
          onClick={onShow}
          className="pointer-events-auto inline-flex h-8 animate-rise items-center gap-1.5 rounded-full bg-accent px-3.5 font-medium text-on-accent text-xs shadow-panel hover:bg-accent-hover pointer-coarse:h-11"
        >
          <ArrowUp aria-hidden className="size-3.5" />
          {t("gallery.new", { count })}
        </button>
      )}
    </div>
  );
}
