"use client";

import { Check, Plus } from "lucide-react";
import type { ModelOption } from "#components/studio/parameters/model/model-sections.ts";
import { priceLabel } from "#components/studio/parameters/model/price-label.ts";
import { useWords } from "#components/words/words.tsx";
import { cn } from "#lib/platform/cn.ts";

interface ModelOptionRowProps {
  id: string;
  option: ModelOption;
  isChosen: boolean;
  /** Where the arrows stand. */
  isActive: boolean;
  onChoose: () => void;
}

/** One model: its name, whether it looks at references, and what a picture costs. */
export function ModelOptionRow({ id, option, isChosen, isActive, onChoose }: ModelOptionRowProps) {
  const t = useWords();
  const { name, model, kind } = option;

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field that has the focus.
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      data-active={isActive ? "" : undefined}
      title={option.id}
      onClick={onChoose}
      className={cn(
        "flex min-h-10 cursor-pointer items-center gap-3 rounded-control px-3 py-1 hover:bg-fill pointer-coarse:min-h-11",
        (isActive || isChosen) && "bg-fill",
        isActive && "outline-2 -outline-offset-2 outline-faint",
      )}
    >
      <span className="min-w-0 flex-1">
        <span className="line-clamp-2 font-semibold text-md [overflow-wrap:anywhere]">
          {kind === "new" ? t("models.use", { name }) : name}
        </span>
      </span>
      {model && model.referencesMax > 0 && (
        <span className="shrink-0 text-muted text-sm">{t("models.references")}</span>
      )}
      {kind === "new" ? (
        <Plus aria-hidden className="size-4 shrink-0 text-muted" />
      ) : (
        <span className="shrink-0 text-sm">
          {model ? priceLabel(model, { n: 1, t }) : t("feed.priceUnknown")}
        </span>
      )}
      <Check aria-hidden className={cn("size-4 shrink-0 text-ink", !isChosen && "invisible")} />
    </div>
  );
}
