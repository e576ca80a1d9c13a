import { type Ability, abilities } from "#components/studio/parameters/model/abilities.ts";
import {
  type ModelKey,
  type ModelOption,
  type ModelSection,
  modelSections,
} from "#components/studio/parameters/model/model-sections.ts";
import type { OwnModels } from "#components/studio/parameters/model/own-models.ts";
import type { TypedModel } from "#components/studio/parameters/model/typed-models.ts";
import type { ModelOffer } from "#lib/contract/model-offer.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";
import type { Words } from "#messages/create-words.ts";

/** What of the models is shown. */
export interface ModelView {
  /** Null for those of every gateway, and for whatever they can do. */
  gatewayId: string | null;
  ability: Ability | null;
  isHiddenShown: boolean;
}

interface ArrangeOptions {
  offers: readonly ModelOffer[];
  value: ModelKey;
  typed: readonly TypedModel[];
  query: string;
  own: OwnModels;
  view: ModelView;
  t: Words;
}

interface Arranged {
  sections: ModelSection[];
  /** How many more there are than are shown. */
  left: number;
  /** How many are hidden. */
  hiddenCount: number;
}

const nothing: ModelKey = { gatewayId: "", id: "" };

/** What is offered: the starred ones first, then gateway by gateway, at the end those that are hidden, where they are to be seen. */
export function arrangeModels({ view, own, ...asked }: ArrangeOptions): Arranged {
  const { query, value, typed, t } = asked;
  const offers = asked.offers.filter(({ gateway }) =>
    view.gatewayId === null ? true : gateway.id === view.gatewayId,
  );
  const markOf = (key: ModelKey) => own.of(key)?.mark ?? null;
  const hidden = own.marked("hidden").flatMap((one) => optionOf(offers, one) ?? []);
  const isSearch = query.trim() !== "";
  // Where one looks for something the order is that of how well it fits.
  const starred = isSearch
    ? []
    : own
        .marked("starred")
        .flatMap((one) => optionOf(offers, one) ?? [])
        .filter(({ model }) => isAble(model, view.ability));
  const isElsewhere = (key: ModelKey) =>
    markOf(key) === "hidden" || (!isSearch && markOf(key) === "starred");

  const others = modelSections({
    offers: offers.map((offer) => remaining(offer, { isElsewhere, ability: view.ability })),
    value: isElsewhere(value) || view.ability !== null ? nothing : value,
    typed: typed.filter((key) => !isElsewhere(key)),
    query,
    t,
  });
  const before = sectionOf(t("models.starred"), starred);
  const after = sectionOf(
    t("models.hidden"),
    hidden.filter((option) => view.isHiddenShown || isNamed(option, query)),
  );
  const isAlone = before.length + after.length === 0;
  const titled = others.sections
    .map((section) => ({
      ...section,
      title: section.title ?? (isAlone ? null : t("models.title")),
      // The list has it, out of sight.
      options: section.options.filter((one) => one.kind !== "new" || !isElsewhere(one)),
    }))
    .filter(({ options }) => options.length > 0);
  return {
    sections: [...before, ...titled, ...after],
    left: others.left,
    hiddenCount: hidden.length,
  };
}

/** A gateway's models less those that stand elsewhere or cannot do what is wanted; of a name that is typed nobody knows what it can do. */
function remaining(
  offer: ModelOffer,
  { isElsewhere, ability }: { isElsewhere: (key: ModelKey) => boolean; ability: Ability | null },
): ModelOffer {
  const { gateway, models, takesAnyModel } = offer;
  return {
    ...offer,
    models: models.filter(
      (model) => isAble(model, ability) && !isElsewhere({ gatewayId: gateway.id, id: model.id }),
    ),
    takesAnyModel: takesAnyModel && ability === null,
  };
}

/** A model that was marked, as it is offered now; null where it is not. */
function optionOf(
  offers: readonly ModelOffer[],
  { gatewayId, model: id }: { gatewayId: string; model: string },
): ModelOption | null {
  const offer = offers.find(({ gateway }) => gateway.id === gatewayId);
  const model = offer?.models.find((one) => one.id === id) ?? null;
  if (model) return { gatewayId, id, name: model.name, model, kind: "listed" };
  return offer?.takesAnyModel ? { gatewayId, id, name: id, model: null, kind: "typed" } : null;
}

function isAble(model: EngineModel | null, ability: Ability | null): boolean {
  return ability === null || (model !== null && abilities[ability](model));
}

/** By its whole name one finds what is hidden as well. */
function isNamed({ id, name }: ModelOption, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  return wanted !== "" && [id, name].some((one) => one.toLowerCase() === wanted);
}

function sectionOf(title: string, options: readonly ModelOption[]): ModelSection[] {
  return options.length === 0 ? [] : [{ title, note: null, options }];
}

/** Whether a model can be marked: it has a name, and was not only just typed. */
export function canBeMarked({ id, kind }: ModelOption): boolean {
  return id !== "" && kind !== "new";
}
