"use client";

import { CircleAlert } from "lucide-react";
import { suggestValue } from "#components/studio/composer/suggest-value.ts";
import type { ComposerDraft, DraftField } from "#components/studio/draft/composer-draft.ts";
import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/words/words.tsx";
import type { EngineModel } from "#lib/engine/image-engine.ts";

interface CorrectionProps {
  message: string;
  /** The field that is wrong; undefined when it is none of them. */
  field: DraftField | undefined;
  draft: ComposerDraft;
  model: EngineModel;
  models: readonly EngineModel[];
  onAccept: (field: DraftField, value: string) => void;
}

/** What is wrong, and the nearest that would be right, at one press. */
export function Correction({ message, field, onAccept, ...options }: CorrectionProps) {
  const t = useWords();
  const suggestion = field ? suggestValue(field, { ...options, t }) : null;

  return (
    <>
      <span className="flex items-center gap-1.5 text-danger text-xs">
        <CircleAlert aria-hidden className="size-3.5 shrink-0" />
        <span dir="auto">{message}</span>
      </span>
      {suggestion && (
        <Button size="small" onClick={() => onAccept(suggestion.field, suggestion.value)}>
          {suggestion.label}
        </Button>
      )}
    </>
  );
}
