import type { ModelOffer } from "#lib/contract/model-offer.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";

/** A model that looks at so many pictures, of the same gateway rather than of another; null where none does. */
export function findTaker(
  offers: readonly ModelOffer[],
  { count, gatewayId }: { count: number; gatewayId: string },
): { gatewayId: string; model: EngineModel } | null {
  const own = offers.filter(({ gateway }) => gateway.id === gatewayId);
  for (const { gateway, models } of [...own, ...offers]) {
    const model = models.find(({ referencesMax }) => referencesMax >= count);
    if (model) return { gatewayId: gateway.id, model };
  }
  return null;
}
