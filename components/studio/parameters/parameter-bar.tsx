"use client";

import { CountField } from "#components/studio/parameters/count-field.tsx";
import { settingsOf } from "#components/studio/parameters/field-parameters.ts";
import { ModelPicker } from "#components/studio/parameters/model/model-picker.tsx";
import type { ParameterBarProps } from "#components/studio/parameters/parameter-props.ts";
import { SettingsButton } from "#components/studio/parameters/settings-button.tsx";
import { shapeFieldOf } from "#components/studio/parameters/size/shape-of-model.ts";
import { ShapePicker } from "#components/studio/parameters/size/shape-picker.tsx";

/** Model, shape, count, and one place for all else. What the model lacks is not there. */
export function ParameterBar(props: ParameterBarProps) {
  const { draft, model, offers, gatewayId, errors, onModelChange, onChange, onNumber } = props;

  return (
    <>
      <ModelPicker
        offers={offers}
        gatewayId={gatewayId}
        model={model}
        onValueChange={onModelChange}
        error={errors.model}
      />
      {shapeFieldOf(model) && <ShapePicker draft={draft} model={model} onChange={onChange} />}
      <CountField
        value={draft.n}
        onType={(n) => onChange({ n: n.trim() })}
        onCommit={(n, typed) => onNumber("n", n, typed)}
      />
      {settingsOf(model).length > 0 && <SettingsButton {...props} />}
    </>
  );
}
