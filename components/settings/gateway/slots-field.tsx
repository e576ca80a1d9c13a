"use client";

import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { useWords } from "#components/words/words.tsx";

interface SlotsFieldProps {
  /** "" where it has no number of its own. */
  value: string;
  /** What holds now. */
  slots: number;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** How many pictures may be in the making at once by a gateway. */
export function SlotsField({ value, slots, error, onChange }: SlotsFieldProps) {
  const t = useWords();

  return (
    <Field label={t("settings.slots")} error={error} description={t("settings.slotsWhy")}>
      <Input
        inputMode="numeric"
        autoComplete="off"
        placeholder={`${slots}`}
        className="w-20"
        value={value}
        onChange={(event) => onChange(event.target.value.replace(/\D/g, "").slice(0, 3))}
      />
    </Field>
  );
}
