import type { EngineModel } from "#lib/engine/image-engine.ts";
import type { ParameterName } from "#lib/engine/parameters.ts";

/** Whether a model takes a parameter, and of it this value. */
export function takesValue(
  model: Pick<EngineModel, "parameters" | "values">,
  name: ParameterName,
  value: string,
): boolean {
  const known = model.values[name];
  return model.parameters.includes(name) && (value === "" || !known || known.includes(value));
}
