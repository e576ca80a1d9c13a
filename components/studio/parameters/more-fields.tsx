"use client";

import type { ParameterBarProps } from "#components/studio/parameters/parameter-bar.tsx";
import type { FieldParameter } from "#components/studio/parameters/parameter-controls.ts";
import { ParameterField } from "#components/studio/parameters/parameter-field.tsx";
import { useWrongFocus } from "#components/studio/parameters/use-wrong-focus.ts";

type MoreFieldsProps = Pick<ParameterBarProps, "draft" | "errors" | "onChange"> & {
  names: readonly FieldParameter[];
};

/** The inside of "More". */
export function MoreFields({ names, draft, errors, onChange }: MoreFieldsProps) {
  const inside = useWrongFocus(errors);

  return (
    <div ref={inside} className="flex flex-col gap-3">
      {names.map((name) => (
        <ParameterField
          key={name}
          name={name}
          value={draft[name]}
          error={errors[name]}
          onValueChange={(value) => onChange({ [name]: value })}
        />
      ))}
    </div>
  );
}
