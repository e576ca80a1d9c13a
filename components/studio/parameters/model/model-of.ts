import type { GenerationView } from "#lib/contract/generation-view.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";
import { parameterNames } from "#lib/engine/parameters.ts";

/** A draft that was written for the painter names it; no gateway has it. */
const paintersOwn = "painter";

/** Stands for whatever a gateway without a list of models offers: every parameter may be honoured. */
const anyModel: EngineModel = {
  id: "",
  name: "Default model",
  provider: null,
  description: null,
  isFree: false,
  pricePerImageMicros: null,
  parameters: parameterNames,
  sizes: null,
};

interface Offer {
  models: readonly EngineModel[];
  engine: GenerationView["engine"];
}

/**
 * The model of that id. A gateway may have models that it does not list: one that was typed is taken as it is, and may
 * honour every parameter. Else the first of the list.
 */
export function modelOf(id: string, { models, engine }: Offer): EngineModel {
  const listed = models.find((model) => model.id === id);
  if (listed) return listed;

  const isTyped = engine === "gateway" && id !== "" && id !== paintersOwn;
  return isTyped ? { ...anyModel, id, name: id } : (models[0] ?? anyModel);
}
