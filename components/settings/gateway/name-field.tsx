"use client";

import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { useWords } from "#components/words/words.tsx";

interface NameFieldProps {
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** What a gateway is called on all screens. */
export function NameField({ value, error, onChange }: NameFieldProps) {
  const t = useWords();

  return (
    <Field label={t("settings.name")} error={error}>
      <Input
        dir="auto"
        autoComplete="off"
        maxLength={60}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
