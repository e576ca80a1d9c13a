"use client";

import { SlidersHorizontal } from "lucide-react";
import { MoreFields } from "#components/studio/parameters/more-fields.tsx";
import type { ParameterBarProps } from "#components/studio/parameters/parameter-bar.tsx";
import { moreParameters } from "#components/studio/parameters/parameter-controls.ts";
import { Popover } from "#components/ui/popover.tsx";
import { useWords } from "#components/words/words.tsx";

type MoreParametersProps = Pick<ParameterBarProps, "draft" | "model" | "errors" | "onChange">;

/** The other parameters that the model honours; nothing when there are none. */
export function MoreParameters({ draft, model, errors, onChange }: MoreParametersProps) {
  const t = useWords();
  const names = moreParameters.filter((name) => model.parameters.includes(name));
  const set = names.filter((name) => draft[name] !== "").length;
  if (names.length === 0) return null;

  return (
    <Popover
      label={t("composer.moreTitle")}
      triggerProps={{
        "data-holds": names.join(" "),
        className:
          "inline-flex h-8 items-center gap-2 rounded-control px-2.5 text-muted text-md transition-colors hover:bg-fill hover:text-ink pointer-coarse:h-11",
      }}
      trigger={
        <>
          <SlidersHorizontal aria-hidden className="size-4" />
          {t("composer.more", { count: set })}
        </>
      }
      className="w-72 p-4"
    >
      <MoreFields names={names} draft={draft} errors={errors} onChange={onChange} />
    </Popover>
  );
}
