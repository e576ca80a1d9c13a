import type { ReactNode } from "react";
import { Kbd } from "#components/ui/kbd.tsx";
import { useWords } from "#components/words/words.tsx";

interface ComposerStatusProps {
  id: string;
  /** What is wrong, and how it would be right; null when nothing is. */
  correction: ReactNode;
  /** What another model changed. */
  changes: readonly string[];
  /** There is no prompt, and so nothing to generate. */
  isEmpty: boolean;
}

/** One line below the composer: what is wrong, what changed, or why the button cannot be pressed. */
export function ComposerStatus({ id, ...message }: ComposerStatusProps) {
  return (
    <div
      id={id}
      aria-live="polite"
      className="flex min-h-7 flex-wrap items-center gap-x-2 gap-y-1.5 px-4 pb-2 text-muted text-xs"
    >
      <Message {...message} />
    </div>
  );
}

function Message({ correction, changes, isEmpty }: Omit<ComposerStatusProps, "id">) {
  const t = useWords();
  if (correction) return correction;
  if (changes.length > 0) {
    return <span className="animate-appear text-warning">{changes.join(", ")}</span>;
  }
  if (isEmpty) return t("composer.empty");
  return (
    <>
      <span className="flex items-center gap-1 pointer-coarse:hidden">
        {t.rich("composer.keys", { key: (name) => <Kbd>{name}</Kbd> })}
      </span>
      <span className="hidden pointer-coarse:inline">{t("composer.kept")}</span>
    </>
  );
}
