import type { EngineModel, ImageEngine } from "#lib/engine/image-engine.ts";
import { listModelsOrNone } from "#lib/engine/list-models-or-none.ts";
import { AppError } from "#lib/platform/errors.ts";

/**
 * The model of each request; null when nothing is known of it: none was asked for and the engine offers several, or a
 * gateway does not list it, which may have it all the same and refuses it for nothing where it has not. Throws
 * `invalid_request` for a name that the painter does not have.
 */
export async function findModels(
  engine: ImageEngine,
  requests: readonly { model?: string | undefined }[],
): Promise<(EngineModel | null)[]> {
  const models = await listModelsOrNone(engine);
  return requests.map(({ model }, index) =>
    findModel(models, { engine, id: model, field: `requests.${index}.model` }),
  );
}

function findModel(
  models: readonly EngineModel[],
  { engine, id, field }: { engine: ImageEngine; id: string | undefined; field: string },
): EngineModel | null {
  if (models.length === 0) return null;
  if (id === undefined) return models.length === 1 ? (models[0] ?? null) : null;

  const model = models.find((one) => one.id === id);
  if (model) return model;
  if (engine.id === "gateway") return null;

  const names = models.slice(0, 5).map((one) => one.id);
  throw new AppError(
    "invalid_request",
    `${engine.name} has no model "${id}". It offers ${names.join(", ")}${models.length > 5 ? ", …" : "."}`,
    { field },
  );
}
