"use client";

import { KeyHint } from "#components/layout/key-hint.tsx";
import { canBeMarked } from "#components/studio/parameters/model/arrange-models.ts";
import type { ModelOption } from "#components/studio/parameters/model/model-sections.ts";
import type { OwnModels } from "#components/studio/parameters/model/own-models.ts";
import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/words/words.tsx";

interface ModelListFootProps {
  /** Where the arrows stand. */
  active: ModelOption | null;
  own: OwnModels;
  hiddenCount: number;
  isHiddenShown: boolean;
  onHiddenShown: (isShown: boolean) => void;
  onStar: (option: ModelOption) => void;
  onHide: (option: ModelOption) => void;
}

/** A finger has it in each row: here it is for who hears it, or walks by keys. */
const inRow = "pointer-coarse:not-focus-visible:sr-only";

/** What can be done to the model where the arrows stand, with its keys; and the way to those that are hidden. */
export function ModelListFoot({
  active,
  own,
  hiddenCount,
  isHiddenShown,
  onHiddenShown,
  onStar,
  onHide,
}: ModelListFootProps) {
  const t = useWords();
  const option = active && canBeMarked(active) ? active : null;
  const mark = option && own.of(option)?.mark;

  // It is seen in the list.
  const whose = <span className="sr-only">{option?.name}</span>;

  return (
    <div className="flex flex-wrap items-center justify-end gap-1 pt-2 empty:hidden">
      {hiddenCount > 0 && (
        <Button
          size="small"
          variant="ghost"
          className="me-auto"
          aria-pressed={isHiddenShown}
          onClick={() => onHiddenShown(!isHiddenShown)}
        >
          {t("models.showHidden", { count: hiddenCount })}
        </Button>
      )}
      {option && (
        <>
          <Button size="small" variant="ghost" className={inRow} onClick={() => onStar(option)}>
            {t("models.star", { mark: mark ?? "none" })}
            {whose}
            <KeyHint id="star" />
          </Button>
          <Button size="small" variant="ghost" className={inRow} onClick={() => onHide(option)}>
            {t("models.hide", { mark: mark ?? "none" })}
            {whose}
            <KeyHint id="hide" />
          </Button>
        </>
      )}
    </div>
  );
}
