"use client";

import { ChevronDown } from "lucide-react";
import { takesValue } from "#components/studio/draft/takes-value.ts";
import {
  type FieldParameter,
  fieldParameters,
  settingsOf,
} from "#components/studio/parameters/field-parameters.ts";
import { SheetHeading } from "#components/studio/parameters/heading/sheet-heading.tsx";
import { ParameterField } from "#components/studio/parameters/parameter-field.tsx";
import type { SettingsFieldsProps } from "#components/studio/parameters/parameter-props.ts";
import { useWrongFocus } from "#components/studio/parameters/use-wrong-focus.ts";
import { useWords } from "#components/words/words.tsx";

/** Those that people change; the others are for few, and behind a fold. */
const usual: readonly FieldParameter[] = ["quality", "output_format", "background", "seed"];

/** All that a model takes beside the shape and the count, a row for each. */
export function SettingsFields({ draft, model, errors, onChange, onNumber }: SettingsFieldsProps) {
  const t = useWords();
  const names = settingsOf(model);
  const seldom = names.filter((name) => !usual.includes(name));
  const toField = (name: FieldParameter) => (
    <ParameterField
      key={name}
      name={name}
      values={model.values[name]}
      // What only another model takes waits for that one.
      value={takesValue(model, name, draft[name]) ? draft[name] : ""}
      error={errors[name]}
      onValueChange={(value, typed) =>
        typed === undefined ? onChange({ [name]: value }) : onNumber(name, value, typed)
      }
    />
  );

  return (
    <>
      {usual.filter((name) => names.includes(name)).map(toField)}
      {seldom.length > 0 && (
        <details open={seldom.some((name) => draft[name] !== "" || errors[name])}>
          <summary className="flex h-10 items-center gap-1 rounded-control px-1 text-muted hover:text-ink pointer-coarse:h-11">
            {t("composer.more")}
            <ChevronDown aria-hidden className="size-4 [details[open]_&]:rotate-180" />
          </summary>
          {seldom.map(toField)}
        </details>
      )}
    </>
  );
}

/** The inside of the settings' popover. */
export function SettingsPanel(props: SettingsFieldsProps) {
  const t = useWords();
  const inside = useWrongFocus(props.errors);

  function reset() {
    props.onChange(Object.fromEntries(fieldParameters().map((name) => [name, ""])));
  }

  return (
    <div ref={inside}>
      <SheetHeading
        title={t("composer.settings")}
        action={{ label: t("composer.reset"), run: reset }}
      />
      <SettingsFields {...props} />
    </div>
  );
}
