"use client";

import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";

interface NameFieldProps {
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** What a gateway is called on all screens. */
export function NameField({ value, error, onChange }: NameFieldProps) {
  return (
    <Field label="Name" error={error}>
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
