import type { ReactNode } from "react";
import { useWords } from "#components/words/words.tsx";

interface ComposerStatusProps {
  /** What is wrong, and how it would be right; null when nothing is. */
  correction: ReactNode;
  /** What became of a number that was out of range; "" for nothing. */
  fitted: string;
  /** What another model changed. */
  changes: readonly string[];
  onSwitchBack: () => void;
  /** Of the prompt, in characters. */
  length: number;
  /** How many the model takes. */
  lengthMax: number;
}

/** From this part of the limit on it is worth counting. */
const near = 0.9;

/** One note in the composer's row: what is wrong, what changed, or how near the prompt is to its limit. */
export function ComposerStatus(message: ComposerStatusProps) {
  return (
    <div
      id="composer-status"
      aria-live="polite"
      className="folded:hidden flex min-w-0 flex-wrap items-center gap-x-2 px-3 text-muted text-sm empty:hidden max-md:order-1 max-md:col-span-2 max-md:px-0 max-xl:w-full max-xl:pb-1 xl:ms-auto xl:justify-end xl:text-end"
    >
      <Message {...message} />
    </div>
  );
}

function Message({
  correction,
  fitted,
  changes,
  onSwitchBack,
  length,
  lengthMax,
}: ComposerStatusProps) {
  const t = useWords();
  if (correction) return correction;
  if (fitted !== "") return fitted;
  if (changes.length > 0) {
    return (
      <>
        {changes.join(" ")}
        <button
          type="button"
          className="rounded-picture px-1 text-ink underline underline-offset-3 pointer-coarse:min-h-11"
          onClick={onSwitchBack}
        >
          {t("composer.switchBack")}
        </button>
      </>
    );
  }
  if (length < lengthMax * near) return null;
  return <span className="text-warning">{t("composer.length", { length, max: lengthMax })}</span>;
}
