import type { EngineModel } from "#lib/engine/image-engine.ts";
import { type ParameterName, parameterNames } from "#lib/engine/parameters.ts";

/** A parameter that a `ParameterField` sets; the size is set by its shape. */
export type FieldParameter = Exclude<ParameterName, "size">;

/** What stands in Settings: all that a model takes but what its shape sets. */
export function settingsOf(model: EngineModel): FieldParameter[] {
  return fieldParameters().filter((name) => {
    const isOfShape = (name === "aspect_ratio" || name === "resolution") && model.values[name];
    return model.parameters.includes(name) && !isOfShape;
  });
}

/** All but the size. */
export function fieldParameters(): FieldParameter[] {
  return parameterNames.filter((name) => name !== "size");
}
