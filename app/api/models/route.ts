import { handle, json } from "#app/api/handle.ts";
import { isEngineError } from "#lib/engine/image-engine.ts";
import { AppError } from "#lib/platform/errors.ts";

/** The models of the engine that serves now; an empty list means that it does not say, and any name may do. */
export const GET = handle(async ({ request, services }) => {
  const engine = await services.engine();
  const { id, name, paid } = engine;
  try {
    const models = await engine.listModels({ signal: request.signal });
    return json<"GET /api/models">({ engine: { id, name, paid }, models });
  } catch (error) {
    if (!isEngineError(error)) throw error;
    throw new AppError("engine_unavailable", error.message, { cause: error });
  }
});
