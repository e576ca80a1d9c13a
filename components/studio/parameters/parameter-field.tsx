"use client";

import {
  controlOf,
  type FieldParameter,
  type ParameterControl,
} from "#components/studio/parameters/parameter-controls.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { useWords } from "#components/words/words.tsx";

interface ParameterFieldProps {
  name: FieldParameter;
  value: string;
  onValueChange: (value: string) => void;
  error?: string | undefined;
  /** In the bar, where what it is can be told from its value. */
  isLabelHidden?: boolean;
  className?: string;
}

/** The control of one parameter. */
export function ParameterField({
  name,
  value,
  onValueChange,
  error,
  isLabelHidden = false,
  className,
}: ParameterFieldProps) {
  const control = controlOf(name, useWords());

  return (
    <Field
      data-field={name}
      label={control.label}
      isLabelHidden={isLabelHidden}
      error={error}
      {...(className && { className })}
    >
      <Control control={control} value={value} onValueChange={onValueChange} />
    </Field>
  );
}

function Control({
  control,
  value,
  onValueChange,
}: Pick<ParameterFieldProps, "value" | "onValueChange"> & { control: ParameterControl }) {
  switch (control.type) {
    case "choice":
      return (
        <Select value={value} onChange={(event) => onValueChange(event.target.value)}>
          {control.options.map(([option, label]) => (
            <option key={option} value={option}>
              {label}
            </option>
          ))}
        </Select>
      );
    case "number":
      return (
        <Input
          type="number"
          inputMode="decimal"
          min={control.min}
          max={control.max}
          step={control.step}
          placeholder={control.placeholder}
          value={value}
          onChange={(event) => onValueChange(event.target.value)}
        />
      );
    case "text":
      return (
        <Input
          dir="auto"
          placeholder={control.placeholder}
          // Else a phone writes “ for ", which is no JSON.
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          value={value}
          onChange={(event) => onValueChange(event.target.value)}
        />
      );
    default:
      return control satisfies never;
  }
}
