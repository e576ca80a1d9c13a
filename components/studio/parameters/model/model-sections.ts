import { searchModels } from "#components/studio/parameters/model/search-models.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";

export interface ModelOption {
  id: string;
  name: string;
  /** Null where the name is typed: then nothing else is known of it. */
  model: EngineModel | null;
  kind: "listed" | "typed" | "new";
}

export interface ModelSection {
  /** Null where there is one section only. */
  title: string | null;
  options: readonly ModelOption[];
}

/** Where there is no list, no name at all leaves it to the gateway. */
const leftToGateway: ModelOption = { id: "", name: "Default model", model: null, kind: "listed" };

interface SectionsOptions {
  models: readonly EngineModel[];
  /** The id of the one that is chosen. */
  value: string;
  /** Names that were typed before. */
  typed: readonly string[];
  query: string;
  /** Whether a name that no list has may be used. */
  takesAnyName: boolean;
}

/**
 * What is offered for a query: names that were typed before, the list by maker, and the query itself as a name. Before
 * them what is chosen, where none of these has it.
 */
export function modelSections({ models, value, typed, query, takesAnyName }: SectionsOptions): {
  sections: ModelSection[];
  left: number;
} {
  const name = query.trim();
  // Some gateways list a model twice.
  const ids = new Map(models.map((model) => [model.id, model]));
  const before = takesAnyName
    ? typed.filter((other) => !ids.has(other) && other.toLowerCase().includes(name.toLowerCase()))
    : [];
  const found = searchModels([...ids.values()], name);
  const isNew = takesAnyName && name !== "" && !ids.has(name) && !before.includes(name);

  const leftOpen = models.length === 0 && takesAnyName && name === "" ? [leftToGateway] : [];
  const isSeen = before.includes(value) || found.models.some(({ id }) => id === value);
  const isUnseen = name === "" && value !== "" && !isSeen;
  const chosen = ids.get(value);
  const sections = [
    { title: "Models", options: leftOpen },
    {
      title: "Chosen",
      options: isUnseen ? [chosen ? listed(chosen) : unlisted(value, "typed")] : [],
    },
    { title: "Typed before", options: before.map((other) => unlisted(other, "typed")) },
    ...byMaker(found.models, { isSearch: name !== "" }),
    { title: "Not in the list", options: isNew ? [unlisted(name, "new")] : [] },
  ].filter(({ options }) => options.length > 0);
  const isOne = sections.length === 1;
  return {
    sections: sections.map((section) => (isOne ? { ...section, title: null } : section)),
    left: isUnseen && chosen ? found.left - 1 : found.left,
  };
}

/** What was found stands in the order of how well it fits; all of it, by maker. */
function byMaker(
  models: readonly EngineModel[],
  { isSearch }: { isSearch: boolean },
): ModelSection[] {
  if (isSearch) return [{ title: "Models", options: models.map(listed) }];

  const makers = Map.groupBy(models, ({ provider }) => provider);
  return [...makers].map(([maker, own]) => ({
    title: maker ?? "Models",
    options: own.map(listed),
  }));
}

function listed(model: EngineModel): ModelOption {
  return { id: model.id, name: model.name, model, kind: "listed" };
}

function unlisted(name: string, kind: "typed" | "new"): ModelOption {
  return { id: name, name, model: null, kind };
}
