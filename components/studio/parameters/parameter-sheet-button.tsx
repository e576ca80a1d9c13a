"use client";

import { Settings2 } from "lucide-react";
import { type ReactNode, Suspense, useState } from "react";
import { lazyPart } from "#components/layout/lazy-part.ts";
import { draftFields } from "#components/studio/draft/composer-draft.ts";
import type { ParameterBarProps } from "#components/studio/parameters/parameter-bar.tsx";
import { describeSize } from "#components/studio/parameters/size/size-of.ts";
import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/words/words.tsx";

const ParameterSheet = lazyPart(async () => {
  const { ParameterSheet } = await import("#components/studio/parameters/parameter-sheet.tsx");
  return ParameterSheet;
});

type ParameterSheetButtonProps = ParameterBarProps & { correction: ReactNode };

/** Where there is no room for the bar: the parameters in a few words, and the sheet that opens from them. */
export function ParameterSheetButton(props: ParameterSheetButtonProps) {
  const t = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const { model, draft } = props;

  return (
    <>
      <Button
        variant="ghost"
        className="min-w-0 flex-1 justify-start md:hidden"
        aria-haspopup="dialog"
        data-holds={draftFields().join(" ")}
        onPointerDown={ParameterSheet.preload}
        onFocus={ParameterSheet.preload}
        onClick={() => setIsOpen(true)}
      >
        <Settings2 aria-hidden className="size-4 shrink-0" />
        <span className="truncate">
          {model.name || t("feed.defaultModel")} · {describeSize(draft.size, t)}
        </span>
      </Button>
      <Suspense>
        {isOpen && <ParameterSheet {...props} onClose={() => setIsOpen(false)} />}
      </Suspense>
    </>
  );
}
