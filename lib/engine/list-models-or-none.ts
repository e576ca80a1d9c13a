import { isEngineError } from "#lib/engine/engine-error.server.ts";
import type { EngineModel, ImageEngine } from "#lib/engine/image-engine.ts";

/** Neither a press nor a page waits longer than this for a gateway's list of models. */
const listModelsMs = 3_000;

/** The models of an engine; none when it cannot list them now, for it may still make pictures. */
export async function listModelsOrNone(engine: ImageEngine): Promise<EngineModel[]> {
  try {
    return await engine.listModels({ signal: AbortSignal.timeout(listModelsMs) });
  } catch (error) {
    if (isEngineError(error)) return [];
    throw error;
  }
}
