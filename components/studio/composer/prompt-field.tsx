"use client";

import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { useWords } from "#components/words/words.tsx";

interface PromptFieldProps {
  value: string;
  error: string | undefined;
  onValueChange: (value: string) => void;
}

/** Where the prompt is written. It can be written in before the page is alive: the draft then takes it over. */
export function PromptField({ value, error, onValueChange }: PromptFieldProps) {
  const t = useWords();

  return (
    <Field
      label={t("parameters.prompt")}
      isLabelHidden
      error={error}
      data-field="prompt"
      className="px-4 pt-3.5 pb-1"
    >
      <Textarea
        name="prompt"
        placeholder={t("composer.placeholder")}
        dir="auto"
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
        className="text-lg outline-none"
      />
    </Field>
  );
}
