"use client";

import type { ReactNode } from "react";
import { ModelPicker } from "#components/studio/parameters/model/model-picker.tsx";
import type { ParameterBarProps } from "#components/studio/parameters/parameter-bar.tsx";
import { fieldParameters } from "#components/studio/parameters/parameter-controls.ts";
import { ParameterField } from "#components/studio/parameters/parameter-field.tsx";
import { SizePicker } from "#components/studio/parameters/size/size-picker.tsx";
import { useWrongFocus } from "#components/studio/parameters/use-wrong-focus.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { NumberField } from "#components/ui/number-field.tsx";
import { useWords } from "#components/words/words.tsx";
import { imagesMax } from "#lib/engine/request-limits.ts";

type ParameterSheetProps = ParameterBarProps & {
  /** What is wrong, and how it would be right: the composer's own line lies behind the sheet. */
  correction: ReactNode;
  onClose: () => void;
};

/** All parameters at the foot of a small screen. */
export function ParameterSheet({
  draft,
  model,
  offers,
  gatewayId,
  errors,
  correction,
  onChange,
  onModelChange,
  onClose,
}: ParameterSheetProps) {
  const t = useWords();
  const inside = useWrongFocus(errors);

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t("composer.sheet")}
      placement="bottom"
      actions={
        <Button variant="primary" className="flex-1" onClick={onClose}>
          {t("composer.done")}
        </Button>
      }
    >
      {correction && (
        <div className="flex flex-wrap items-center gap-2" role="status">
          {correction}
        </div>
      )}
      <div ref={inside} className="grid grid-cols-2 gap-4">
        <ModelPicker
          className="col-span-2"
          offers={offers}
          gatewayId={gatewayId}
          model={model}
          onValueChange={onModelChange}
          error={errors.model}
        />
        {model.parameters.includes("size") && (
          <Captioned caption={t("parameters.size")}>
            <SizePicker
              value={draft.size}
              sizes={model.sizes}
              onValueChange={(size) => onChange({ size })}
            />
          </Captioned>
        )}
        <Field label={t("parameters.n")} data-field="n" error={errors.n}>
          <NumberField
            label={t("parameters.n")}
            className="justify-between"
            min={1}
            max={imagesMax}
            value={Number(draft.n) || 1}
            onValueChange={(n) => onChange({ n: String(n) })}
          />
        </Field>
        {fieldParameters()
          .filter((name) => model.parameters.includes(name))
          .map((name) => (
            <ParameterField
              key={name}
              name={name}
              value={draft[name]}
              error={errors[name]}
              // The one that holds more than a word.
              {...(name === "extra" && { className: "col-span-2" })}
              onValueChange={(value) => onChange({ [name]: value })}
            />
          ))}
      </div>
    </Dialog>
  );
}

/** For the controls that name themselves. */
function Captioned({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1.5">
      <span aria-hidden className="font-medium text-muted text-xs">
        {caption}
      </span>
      {children}
    </div>
  );
}
