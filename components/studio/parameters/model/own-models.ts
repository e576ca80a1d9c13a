import type { ModelKey } from "#components/studio/parameters/model/model-sections.ts";
import type { ModelMark, OwnModel } from "#lib/contract/model/own-model.ts";

/** What a person has to do with models, by gateway and id. */
export interface OwnModels {
  of(key: ModelKey): OwnModel | null;
  marked(mark: ModelMark): readonly OwnModel[];
}

/** Indexes them: a list may have thousands. */
export function createOwnModels(models: readonly OwnModel[]): OwnModels {
  const nameOf = (gatewayId: string, id: string) => `${gatewayId} ${id}`;
  const byName = new Map(models.map((one) => [nameOf(one.gatewayId, one.model), one]));
  return {
    of: ({ gatewayId, id }) => byName.get(nameOf(gatewayId, id)) ?? null,
    marked: (mark) => models.filter((one) => one.mark === mark),
  };
}

/** The same with a mark set, or taken away. */
export function withMark(
  models: readonly OwnModel[],
  { gatewayId, id }: ModelKey,
  mark: ModelMark | null,
): OwnModel[] {
  const isIt = (one: OwnModel) => one.gatewayId === gatewayId && one.model === id;
  const before = models.find(isIt) ?? { gatewayId, model: id, recent: null };
  return [...models.filter((one) => !isIt(one)), { ...before, mark }];
}
