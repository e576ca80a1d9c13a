import type { ModelOffer } from "#lib/contract/model-offer.ts";
import { isEngineError } from "#lib/engine/engine-error.server.ts";
import type { ImageEngine } from "#lib/engine/image-engine.ts";
import { isAskable } from "#lib/gateways/default-gateway.ts";
import type { Gateway } from "#lib/gateways/gateway.ts";

/** What each of these gateways offers that could be asked now, in their order; one whose models cannot be listed says why. */
export function listOffers(
  gateways: readonly Gateway[],
  { signal }: { signal: AbortSignal },
): Promise<ModelOffer[]> {
  const offers = gateways
    .filter(isAskable)
    .flatMap(({ id, kind, name, paid, engine }) =>
      engine ? [listOffer({ id, kind, name, paid }, { engine, signal })] : [],
    );
  return Promise.all(offers);
}

async function listOffer(
  gateway: ModelOffer["gateway"],
  { engine, signal }: { engine: ImageEngine; signal: AbortSignal },
): Promise<ModelOffer> {
  const { takesAnyModel } = engine;
  try {
    const listed = await engine.listModels({ signal });
    const models = gateway.paid ? listed : listed.map((model) => ({ ...model, isFree: true }));
    return { gateway, models, takesAnyModel, error: null };
  } catch (error) {
    if (!isEngineError(error)) throw error;
    return { gateway, models: [], takesAnyModel, error: error.message };
  }
}
