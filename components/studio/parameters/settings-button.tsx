"use client";

import { SlidersHorizontal } from "lucide-react";
import { Suspense } from "react";
import { lazyPart } from "#components/layout/lazy-part.ts";
import { controlClass } from "#components/studio/parameters/control/control-class.ts";
import { RowSkeletons } from "#components/studio/parameters/control/row-skeletons.tsx";
import { describeSettings } from "#components/studio/parameters/describe-settings.ts";
import { settingsOf } from "#components/studio/parameters/field-parameters.ts";
import type { SettingsFieldsProps } from "#components/studio/parameters/parameter-props.ts";
import { Popover } from "#components/ui/popover.tsx";
import { useWords } from "#components/words/words.tsx";
import { cn } from "#lib/platform/cn.ts";

const SettingsPanel = lazyPart(async () => {
  const { SettingsPanel } = await import("#components/studio/parameters/settings-fields.tsx");
  return SettingsPanel;
});

/** So many are in sight at first. */
const rowsMax = 4;

/** The other parameters that the model takes. Its label says only what differs from the default. */
export function SettingsButton(props: SettingsFieldsProps) {
  const t = useWords();
  const settings = describeSettings(props.draft, props.model, t);

  return (
    <Popover
      label={t("composer.settings")}
      place="above-composer"
      triggerProps={{
        "data-holds": settingsOf(props.model).join(" "),
        onPointerEnter: SettingsPanel.preload,
        onFocus: SettingsPanel.preload,
        "aria-label": settings ? t("composer.settingsAre", { settings }) : t("composer.settings"),
        className: cn(controlClass, settings ? "font-medium" : "text-muted"),
      }}
      trigger={
        <>
          <SlidersHorizontal aria-hidden className="size-4 shrink-0 text-muted" />
          <span className="max-w-60 truncate">{settings || t("composer.settings")}</span>
        </>
      }
      className="w-110 p-3"
    >
      <Suspense
        fallback={
          <>
            <h2 className="flex h-8 items-center ps-1 font-semibold text-lg">
              {t("composer.settings")}
            </h2>
            <RowSkeletons end="control" count={Math.min(settingsOf(props.model).length, rowsMax)} />
          </>
        }
      >
        <SettingsPanel {...props} />
      </Suspense>
    </Popover>
  );
}
