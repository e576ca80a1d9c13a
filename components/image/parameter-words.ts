import type { ParameterName } from "#lib/engine/parameters.ts";
import type { Words } from "#messages/create-words.ts";

/** What people read of a parameter: its name, its values, and what stands where none is set. */
export interface ParameterWords {
  label: string;
  unset: string;
  wordOf: (value: string) => string;
}

/** The words of a parameter; a value without a word stands for itself. */
export function parameterWords(name: ParameterName, t: Words): ParameterWords {
  return {
    label: t(`parameters.${name}`),
    unset: t("parameters.unset", { name }),
    wordOf: (value) => t("parameters.value", { value }),
  };
}
