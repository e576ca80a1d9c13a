import { parameterWords } from "#components/image/parameter-words.ts";
import type { FieldParameter } from "#components/studio/parameters/field-parameters.ts";
import { type ParameterRow, parameterTable } from "#lib/engine/parameters.ts";
import type { Words } from "#messages/create-words.ts";

export type ParameterControl =
  | { type: "choice"; label: string; options: readonly (readonly [value: string, label: string])[] }
  | {
      type: "number";
      label: string;
      placeholder: string;
      min: number;
      max: number;
      step: number;
    }
  | { type: "text"; label: string; placeholder: string };

/** How a parameter is set: by what the table says of it, and a model of its values, with the words that people read. */
export function controlOf(
  name: FieldParameter,
  t: Words,
  taken?: readonly string[],
): ParameterControl {
  const row: ParameterRow = parameterTable[name];
  const { label, unset, wordOf } = parameterWords(name, t);

  switch (row.kind) {
    case "choice":
    case "flag": {
      const values = row.kind === "flag" ? ["true", "false"] : (taken ?? row.values);
      // Who says nothing lets the model choose, and that is what "auto" says.
      const none = values.includes("auto") ? wordOf("auto") : unset;
      const others = values.filter((value) => value !== "auto");
      return {
        type: "choice",
        label,
        options: [["", none], ...others.map((value) => [value, wordOf(value)] as const)],
      };
    }
    case "integer":
    case "number":
      return { ...row, type: "number", label: withRange(label, row, t), placeholder: unset };
    default:
      return { type: "text", label, placeholder: unset };
  }
}

/** A range that can be told at a glance stands beside the name. */
function withRange(name: string, { min, max }: { min: number; max: number }, t: Words): string {
  return max <= 100 ? t("parameters.named", { name, min, max }) : name;
}
