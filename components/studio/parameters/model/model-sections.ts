import { searchModels } from "#components/studio/parameters/model/search-models.ts";
import type { TypedModel } from "#components/studio/parameters/model/typed-models.ts";
import type { ModelOffer } from "#lib/contract/model-offer.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";
import type { Words } from "#messages/create-words.ts";

/** A model of a gateway; "" leaves the choice to the gateway. */
export interface ModelKey {
  gatewayId: string;
  id: string;
}

export interface ModelOption extends ModelKey {
  name: string;
  /** Null where the name is typed: then nothing else is known of it. */
  model: EngineModel | null;
  kind: "listed" | "typed" | "new";
}

export interface ModelSection {
  /** Null where there is one section only. */
  title: string | null;
  /** Why its gateway's models are not there. */
  note: string | null;
  options: readonly ModelOption[];
}

/** Whether they are the same model of the same gateway. */
export function isSame(one: ModelKey, other: ModelKey): boolean {
  return one.gatewayId === other.gatewayId && one.id === other.id;
}

interface SectionsOptions {
  offers: readonly ModelOffer[];
  /** The one that is chosen. */
  value: ModelKey;
  /** Models that were typed before. */
  typed: readonly TypedModel[];
  query: string;
  t: Words;
}

/**
 * What is offered for a query, gateway by gateway: names that were typed before, the list by maker, and the query itself as a
 * name. Before them what is chosen, where none of these has it. `left`: how many more there are than are shown.
 */
export function modelSections({ offers, ...options }: SectionsOptions): {
  sections: ModelSection[];
  left: number;
} {
  const found = offers.map((offer) => sectionsOf(offer, options));
  const sections = found.flatMap((each) => each.sections);
  const isOne = sections.length === 1;
  return {
    sections: sections.map((section) => ({
      ...section,
      title: isOne ? null : (section.title ?? options.t("models.title")),
    })),
    left: found.reduce((sum, each) => sum + each.left, 0),
  };

  /** Whose they are is said where there are several. */
  function sectionsOf(offer: ModelOffer, asked: Omit<SectionsOptions, "offers">) {
    const own = sectionsOfOffer(offer, asked);
    if (offers.length === 1) return own;
    const gateway = offer.gateway.name;
    const titled = own.sections.map((section) => ({
      ...section,
      title:
        section.title === null || own.sections.length === 1
          ? gateway
          : options.t("models.of", { gateway, title: section.title }),
    }));
    return { ...own, sections: titled };
  }
}

function sectionsOfOffer(
  { gateway, models, takesAnyModel, error }: ModelOffer,
  { value, typed, query, t }: Omit<SectionsOptions, "offers">,
): { sections: ModelSection[]; left: number } {
  const gatewayId = gateway.id;
  const listed = (model: EngineModel): ModelOption => ({
    gatewayId,
    id: model.id,
    name: model.name,
    model,
    kind: "listed",
  });
  const unlisted = (id: string, kind: "typed" | "new"): ModelOption => ({
    gatewayId,
    id,
    name: id,
    model: null,
    kind,
  });
  const name = query.trim();
  // Some gateways list a model twice.
  const ids = new Map(models.map((model) => [model.id, model]));
  const known = typed.filter((other) => other.gatewayId === gatewayId).map(({ id }) => id);
  const before = takesAnyModel
    ? known.filter((id) => !ids.has(id) && id.toLowerCase().includes(name.toLowerCase()))
    : [];
  const found = searchModels([...ids.values()], name);
  const isNew = takesAnyModel && name !== "" && !ids.has(name) && !before.includes(name);

  const isLeftOpen = models.length === 0 && takesAnyModel && name === "";
  const isOurs = value.gatewayId === gatewayId && value.id !== "" && name === "";
  const isSeen = before.includes(value.id) || found.models.some(({ id }) => id === value.id);
  const isUnseen = isOurs && !isSeen;
  const chosen = ids.get(value.id);
  const sections = [
    { title: null, options: isLeftOpen ? [leftToGateway(gatewayId, t)] : [] },
    {
      title: t("models.chosen"),
      options: isUnseen ? [chosen ? listed(chosen) : unlisted(value.id, "typed")] : [],
    },
    { title: t("models.before"), options: before.map((id) => unlisted(id, "typed")) },
    ...byMaker(found.models, { isSearch: name !== "" }).map(({ title, own }) => ({
      title,
      options: own.map(listed),
    })),
    { title: t("models.new"), options: isNew ? [unlisted(name, "new")] : [] },
  ].filter(({ options }) => options.length > 0);
  return {
    sections: sections.map((section, at) => ({ ...section, note: at === 0 ? error : null })),
    left: isUnseen && chosen ? found.left - 1 : found.left,
  };
}

/** Where there is no list, no name at all leaves it to the gateway. */
function leftToGateway(gatewayId: string, t: Words): ModelOption {
  return { gatewayId, id: "", name: t("feed.defaultModel"), model: null, kind: "listed" };
}

/** What was found stands in the order of how well it fits; all of it, by maker. */
function byMaker(
  models: readonly EngineModel[],
  { isSearch }: { isSearch: boolean },
): { title: string | null; own: readonly EngineModel[] }[] {
  if (isSearch) return [{ title: null, own: models }];

  const makers = Map.groupBy(models, ({ provider }) => provider);
  return [...makers].map(([maker, own]) => ({ title: maker, own }));
}
