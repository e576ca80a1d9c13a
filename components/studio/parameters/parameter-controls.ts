import { parameterWords } from "#components/image/parameter-words.ts";
import {
  type ParameterName,
  type ParameterRow,
  parameterNames,
  parameterTable,
} from "#lib/engine/parameters.ts";
import type { Words } from "#messages/create-words.ts";

/** A parameter that a `ParameterField` sets; the size has a picker of its own. */
export type FieldParameter = Exclude<ParameterName, "size">;

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

/** How a parameter is set: by what the table says of it, with the words that people read. */
export function controlOf(name: FieldParameter, t: Words): ParameterControl {
  const row: ParameterRow = parameterTable[name];
  const { label, unset, wordOf } = parameterWords(name, t);

  switch (row.kind) {
    case "choice":
    case "flag": {
      const values = row.kind === "flag" ? ["true", "false"] : row.values;
      const options = values.map((value) => [value, wordOf(value)] as const);
      return { type: "choice", label, options: [["", unset], ...options] };
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

/** Those that are changed most, and have their place in the bar. */
const inBar: readonly ParameterName[] = ["size", "quality", "output_format", "seed"];

/** Those that stand behind "More", in this order. */
export const moreParameters: readonly FieldParameter[] = fieldParameters().filter(
  (name) => !inBar.includes(name),
);

/** All but the size. */
export function fieldParameters(): FieldParameter[] {
  return parameterNames.filter((name) => name !== "size");
}
