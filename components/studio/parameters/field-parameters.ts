import { type ParameterName, parameterNames } from "#lib/engine/parameters.ts";

/** A parameter that a `ParameterField` sets; the size is set by its shape. */
export type FieldParameter = Exclude<ParameterName, "size">;

/** All but the size. */
export function fieldParameters(): FieldParameter[] {
  return parameterNames.filter((name) => name !== "size");
}
