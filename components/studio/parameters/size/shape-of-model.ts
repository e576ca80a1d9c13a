import type { EngineModel } from "#lib/engine/image-engine.ts";

/** The field that a model takes its shape by: a ratio, where it names those that it takes, or else a size; null where it takes none. */
export function shapeFieldOf({
  parameters,
  values,
}: Pick<EngineModel, "parameters" | "values">): "aspect_ratio" | "size" | null {
  if (parameters.includes("aspect_ratio") && values.aspect_ratio) return "aspect_ratio";
  return parameters.includes("size") ? "size" : null;
}

/** What that field takes: ratios are chosen among as sizes are. */
export function shapesTakenBy(model: EngineModel): Pick<EngineModel, "sizes" | "anySize"> {
  return shapeFieldOf(model) === "aspect_ratio"
    ? { sizes: model.values.aspect_ratio ?? null, anySize: null }
    : model;
}
