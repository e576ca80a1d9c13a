import { type EngineModel, type ImageEngine, isEngineError } from "#lib/engine/image-engine.ts";
import { AppError } from "#lib/platform/errors.ts";

/** A press does not wait longer than this for a gateway's list of models. */
const listModelsMs = 3_000;

/**
 * The model of a request; null when the engine has no list, so that any name may be right, or when none was
 * asked for and the engine offers several. Throws `invalid_request` for a name that is not in the list.
 */
export async function findModel(
  engine: ImageEngine,
  id: string | undefined,
): Promise<EngineModel | null> {
  const models = await listModelsOrNone(engine);
  if (models.length === 0) return null;
  if (id === undefined) return models.length === 1 ? (models[0] ?? null) : null;

  const model = models.find((one) => one.id === id);
  if (model) return model;

  const names = models.slice(0, 5).map((one) => one.id);
  throw new AppError(
    "invalid_request",
    `${engine.name} has no model "${id}". It offers ${names.join(", ")}${models.length > 5 ? ", …" : "."}`,
    { field: "model" },
  );
}

/** A gateway that cannot list its models now may still make pictures: the request is then not judged here. */
async function listModelsOrNone(engine: ImageEngine): Promise<EngineModel[]> {
  try {
    return await engine.listModels({ signal: AbortSignal.timeout(listModelsMs) });
  } catch (error) {
    if (isEngineError(error)) return [];
    throw error;
  }
}
