"use client";

import type { FieldParameter } from "#components/studio/parameters/field-parameters.ts";
import {
  controlOf,
  type ParameterControl,
} from "#components/studio/parameters/parameter-controls.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { NumberField } from "#components/ui/number/number-field.tsx";
import { Segments } from "#components/ui/segments.tsx";
import { Select } from "#components/ui/select.tsx";
import { useWords } from "#components/words/words.tsx";
import { cn } from "#lib/platform/cn.ts";

interface ParameterFieldProps {
  name: FieldParameter;
  /** Those that the model takes, where they are not all. */
  values?: readonly string[] | undefined;
  value: string;
  /** `typed` where a number became the nearest that is allowed. */
  onValueChange: (value: string, typed?: string) => void;
  error?: string | undefined;
}

/** One parameter in a row: its name, and what sets it. */
export function ParameterField({ name, values, value, onValueChange, error }: ParameterFieldProps) {
  const control = controlOf(name, useWords(), values);

  return (
    <Field data-field={name} label={control.label} layout="row" error={error}>
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
      return <Choice control={control} value={value} onValueChange={onValueChange} />;
    case "number":
      return (
        <NumberField
          className="w-38"
          min={control.min}
          max={control.max}
          step={control.step}
          placeholder={control.placeholder}
          value={value}
          onCommit={onValueChange}
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
          className="max-w-46"
        />
      );
    default:
      return control satisfies never;
  }
}

/** So many stand side by side; what else there is, is seldom wanted, and behind a list. */
const sideBySideMax = 5;
const firstOfMany = 4;

function Choice({
  control: { label, options },
  value,
  onValueChange,
}: Pick<ParameterFieldProps, "value" | "onValueChange"> & {
  control: Extract<ParameterControl, { type: "choice" }>;
}) {
  const t = useWords();
  const chosen = value === "auto" ? "" : value;
  const isMany = options.length > sideBySideMax;
  const [first, rest] = isMany
    ? [options.slice(0, firstOfMany), options.slice(firstOfMany)]
    : [options, []];
  const isOfRest = rest.some(([option]) => option === chosen);

  return (
    <span className="flex min-w-0 flex-wrap items-center justify-end gap-1">
      <Segments label={label} value={chosen} options={first} onValueChange={onValueChange} />
      {isMany && (
        <Select
          aria-label={t("composer.otherOf", { name: label })}
          // Else Firefox and WebKit leave room for the longest word, and the row breaks.
          className={cn(!isOfRest && "w-21 pointer-coarse:w-24")}
          value={isOfRest ? chosen : "-"}
          onChange={(event) => onValueChange(event.target.value)}
        >
          {!isOfRest && (
            <option value="-" disabled hidden>
              {t("composer.other")}
            </option>
          )}
          {rest.map(([option, word]) => (
            <option key={option} value={option}>
              {word}
            </option>
          ))}
        </Select>
      )}
    </span>
  );
}
