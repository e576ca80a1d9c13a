"use client";

import { Check, Eye, EyeOff, Plus, Star } from "lucide-react";
import type { ReactNode } from "react";
import { canBeMarked } from "#components/studio/parameters/model/arrange-models.ts";
import type { ModelOption } from "#components/studio/parameters/model/model-sections.ts";
import { priceLabel } from "#components/studio/parameters/model/price-label.ts";
import { RecentRequests } from "#components/studio/parameters/model/recent-requests.tsx";
import { Option } from "#components/ui/listbox/option.tsx";
import { useWords } from "#components/words/words.tsx";
import type { OwnModel } from "#lib/contract/model/own-model.ts";
import { cn } from "#lib/platform/cn.ts";

interface ModelOptionRowProps {
  id: string;
  option: ModelOption;
  own: OwnModel | null;
  isChosen: boolean;
  /** Where the arrows stand. */
  isActive: boolean;
  onChoose: () => void;
  onStar: () => void;
  onHide: () => void;
}

/** One model: its name, whether it looks at references, how the last requests of it went, and what a picture costs. */
export function ModelOptionRow({
  id,
  option,
  own,
  isChosen,
  isActive,
  onChoose,
  onStar,
  onHide,
}: ModelOptionRowProps) {
  const t = useWords();
  const { name, model, kind } = option;
  const isMarkable = canBeMarked(option);
  const isStarred = own?.mark === "starred";
  const isHidden = own?.mark === "hidden";

  return (
    <Option
      id={id}
      isSelected={isChosen}
      data-active={isActive ? "" : undefined}
      title={option.id}
      onChoose={onChoose}
      className={cn(
        "group/row min-h-10 gap-1 pe-3",
        (isActive || isChosen) && "bg-fill",
        isActive && "outline-2 -outline-offset-2 outline-faint forced-colors:outline-[Highlight]",
      )}
    >
      <RowTool isShown={isMarkable} isOn={isStarred} onPress={onStar}>
        <Star className={cn(isStarred && "fill-current text-ink")} />
      </RowTool>
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 py-1">
        <span className="line-clamp-2 min-w-0 grow basis-[min(100%,10rem)] font-semibold text-md [overflow-wrap:anywhere]">
          {kind === "new" ? t("models.use", { name }) : name}
        </span>
        {isStarred && <span className="sr-only">{t("models.isStarred")}</span>}
        {model && model.referencesMax > 0 && (
          <span className="text-muted text-sm">{t("models.references")}</span>
        )}
        <RecentRequests recent={own?.recent ?? null} />
      </span>
      <RowTool isShown={isMarkable} isOn={isHidden} onPress={onHide}>
        {isHidden ? <Eye /> : <EyeOff />}
      </RowTool>
      {kind === "new" ? (
        <Plus aria-hidden className="size-4 shrink-0 text-muted" />
      ) : (
        <span className="min-w-16 shrink-0 text-end text-sm">
          {model ? priceLabel(model, { n: 1, t }) : t("feed.priceUnknown")}
        </span>
      )}
      <Check
        aria-hidden
        className={cn("ms-2 size-4 shrink-0 text-ink", !isChosen && "invisible")}
      />
    </Option>
  );
}

interface RowToolProps {
  isShown: boolean;
  /** It then stays in sight. */
  isOn: boolean;
  onPress: () => void;
  children: ReactNode;
}

/** For the pointer: an option holds no buttons, and for the keyboard the same stands at the list's foot. */
function RowTool({ isShown, isOn, onPress, children }: RowToolProps) {
  return (
    <span
      aria-hidden
      onClick={(event) => {
        event.stopPropagation();
        if (isShown) onPress();
      }}
      className={cn(
        "grid size-9 shrink-0 place-items-center text-muted hover:text-ink pointer-coarse:size-11 [&_svg]:size-4",
        !isShown && "invisible",
        !isOn &&
          "pointer-fine:opacity-0 pointer-fine:group-hover/row:opacity-100 pointer-fine:group-data-active/row:opacity-100",
      )}
    >
      {children}
    </span>
  );
}
