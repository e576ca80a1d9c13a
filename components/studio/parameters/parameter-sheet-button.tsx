"use client";

import { SlidersHorizontal } from "lucide-react";
import { type ReactNode, Suspense, useState } from "react";
import { lazyPart } from "#components/layout/lazy-part.ts";
import { draftFields } from "#components/studio/draft/composer-draft.ts";
import { describeSettings } from "#components/studio/parameters/describe-settings.ts";
import type { ParameterBarProps } from "#components/studio/parameters/parameter-props.ts";
import { RatioGlyph } from "#components/studio/parameters/size/ratio-glyph.tsx";
import { ratioOf } from "#components/studio/parameters/size/ratio-of.ts";
import { shapeFieldOf } from "#components/studio/parameters/size/shape-of-model.ts";
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
  const size = draft[shapeFieldOf(model) ?? "size"];
  const isAuto = size === "" || size === "auto";
  const differs = describeSettings(draft, model, t);
  const shape = isAuto ? t("parameters.auto") : ratioOf(size);
  const settings = [model.name, shape, differs].filter(Boolean);

  return (
    <>
      <button
        type="button"
        className="order-2 flex h-11 min-w-11 shrink items-center justify-start gap-2 folded:justify-center overflow-hidden rounded-control text-md text-muted hover:bg-fill hover:text-ink md:hidden"
        aria-haspopup="dialog"
        aria-label={t("composer.settingsAre", { settings: settings.join(" · ") })}
        data-holds={draftFields().join(" ")}
        onPointerDown={ParameterSheet.preload}
        onFocus={ParameterSheet.preload}
        onClick={() => setIsOpen(true)}
      >
        <span className="folded:hidden truncate font-semibold text-ink">{model.name}</span>
        <span className="folded:hidden flex shrink-0 items-center gap-2 text-ink">
          <RatioGlyph size={isAuto ? "" : size} />
          <b className="font-semibold">{shape}</b>
        </span>
        <SlidersHorizontal aria-hidden className="size-4.5 shrink-0" />
      </button>
      <Suspense>
        {isOpen && <ParameterSheet {...props} onClose={() => setIsOpen(false)} />}
      </Suspense>
    </>
  );
}
