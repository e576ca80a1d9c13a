"use client";

import type { ReactNode } from "react";
import { CountField } from "#components/studio/parameters/count-field.tsx";
import { ModelPicker } from "#components/studio/parameters/model/model-picker.tsx";
import type { ParameterBarProps } from "#components/studio/parameters/parameter-props.ts";
import { SettingsFields } from "#components/studio/parameters/settings-fields.tsx";
import { shapeFieldOf } from "#components/studio/parameters/size/shape-of-model.ts";
import { ShapeOptions } from "#components/studio/parameters/size/shape-options.tsx";
import { useWrongFocus } from "#components/studio/parameters/use-wrong-focus.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { useWords } from "#components/words/words.tsx";

type ParameterSheetProps = ParameterBarProps & {
  /** What is wrong, and how it would be right: the composer's own line lies behind the sheet. */
  correction: ReactNode;
  onClose: () => void;
};

/** All parameters at the foot of a small screen. */
export function ParameterSheet({ correction, onClose, ...bar }: ParameterSheetProps) {
  const { draft, model, errors, onChange, onNumber } = bar;
  const t = useWords();
  const inside = useWrongFocus(errors);
  const shapeField = shapeFieldOf(model);

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t("composer.settings")}
      closeLabel={t("composer.done")}
      placement="bottom"
    >
      {correction && (
        <div className="flex flex-wrap items-center gap-2" role="status">
          {correction}
        </div>
      )}
      <div ref={inside}>
        <ModelPicker
          offers={bar.offers}
          gatewayId={bar.gatewayId}
          model={model}
          onValueChange={bar.onModelChange}
          error={errors.model}
          layout="row"
        />
        {shapeField && (
          <div data-field={shapeField}>
            <ShapeOptions draft={draft} model={model} onChange={onChange} />
          </div>
        )}
        <div className="flex min-h-13 items-center justify-between gap-4 px-1">
          <span aria-hidden>{t("parameters.n")}</span>
          <CountField
            value={draft.n}
            onType={(n) => onChange({ n: n.trim() })}
            onCommit={(n, typed) => onNumber("n", n, typed)}
          />
        </div>
        <SettingsFields {...bar} />
      </div>
    </Dialog>
  );
}
