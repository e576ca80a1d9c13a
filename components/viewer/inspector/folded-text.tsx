"use client";

import { useState } from "react";
import { foldText } from "#components/viewer/inspector/fold-text.ts";
import { useWords } from "#components/words/words.tsx";
import { cn } from "#lib/platform/cn.ts";

/** What somebody wrote, folded where it is long: what stands below it is then not pushed away. */
export function FoldedText({ text, className }: { text: string; className?: string }) {
  const t = useWords();
  const [isWhole, setIsWhole] = useState(false);
  const start = foldText(text);

  return (
    <div className="flex flex-col items-start">
      <p dir="auto" className={cn("w-full whitespace-pre-wrap break-words", className)}>
        {isWhole ? text : (start ?? text)}
      </p>
      {start !== null && (
        <button
          type="button"
          aria-expanded={isWhole}
          className="-ms-2 min-h-8 rounded-control px-2 font-medium text-muted hover:bg-fill hover:text-ink pointer-coarse:min-h-11"
          onClick={() => setIsWhole(!isWhole)}
        >
          {t(isWhole ? "viewer.showLess" : "viewer.showAll")}
        </button>
      )}
    </div>
  );
}
