import type { ModelOffer } from "#lib/contract/model-offer.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";
import { parameterNames } from "#lib/engine/parameters.ts";
import { promptCharactersMax, referencesMax } from "#lib/engine/request-limits.ts";

/** Stands for whatever a gateway without a list of models offers: it has no name, and may honour every parameter. */
export const anyModel: EngineModel = {
  id: "",
  name: "",
  provider: null,
  description: null,
  isFree: false,
  pricePerImageMicros: null,
  parameters: parameterNames,
  values: {},
  promptCharactersMax,
  sizes: null,
  referencesMax,
  anySize: null,
};

/** A model, and whose. */
export interface ModelChoice {
  /** Null where no gateway can be asked. */
  offer: ModelOffer | null;
  model: EngineModel;
}

/**
 * What a draft asks for: of the gateway that it names, else of the first, the model that it names, else the first. A gateway may have
 * models that it does not list: one that was typed is taken as it is, and may honour every parameter.
 */
export function modelOf(
  { gatewayId, model: id }: { gatewayId: string; model: string },
  offers: readonly ModelOffer[],
): ModelChoice {
  const named = offers.find(({ gateway }) => gateway.id === gatewayId);
  const offer = named ?? offers[0] ?? null;
  if (!offer) return { offer, model: anyModel };

  const { models, takesAnyModel } = offer;
  const listed = models.find((model) => model.id === id);
  if (listed) return { offer, model: listed };
  const unknown = { ...anyModel, isFree: !offer.gateway.paid };
  // A name that was chosen for a gateway which is gone is none of another's.
  const isTyped = takesAnyModel && id !== "" && (named !== undefined || gatewayId === "");
  const model = isTyped ? { ...unknown, id, name: id } : (models[0] ?? unknown);
  return { offer, model };
}
