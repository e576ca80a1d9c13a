import { fillComposer } from "#components/data/fill-composer.ts";
import type { PaletteItem } from "#components/palette/items/palette-item.ts";
import type { ModelOffer } from "#lib/contract/model-offer.ts";

interface ModelsContext {
  goTo: (href: string) => void;
}

/** The models of every gateway that can be asked: to choose one sets the composer's. */
export function listModels(offers: readonly ModelOffer[], { goTo }: ModelsContext): PaletteItem[] {
  return offers.flatMap(({ gateway, models }) =>
    models.map(({ id, name }) => ({
      id: `model-${gateway.id}-${id}`,
      section: "models" as const,
      label: name,
      detail: gateway.name,
      also: `${id} ${gateway.name}`,
      run: () => void (fillComposer({ model: { gatewayId: gateway.id, id } }) || goTo("/")),
    })),
  );
}
