import type { EngineModel } from "#lib/engine/image-engine.ts";

/** More rows than this nobody reads; thousands of them take long to draw. */
const shownMax = 100;

export interface FoundModels {
  models: readonly EngineModel[];
  /** How many more there are. */
  left: number;
}

/** The models whose name, id or maker has every word of a query, those first that begin with it; all for none. */
export function searchModels(models: readonly EngineModel[], query: string): FoundModels {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const found = words.length === 0 ? models : rank(models, words);

  return { models: found.slice(0, shownMax), left: Math.max(0, found.length - shownMax) };
}

function rank(models: readonly EngineModel[], words: readonly string[]): EngineModel[] {
  const matches: { model: EngineModel; place: number }[] = [];
  for (const model of models) {
    const text = fold(`${model.name}\n${model.id}\n${model.provider ?? ""}`);
    if (words.every((word) => text.includes(word))) {
      matches.push({ model, place: placeOf(text, words) });
    }
  }
  return matches.sort((a, b) => a.place - b.place).map(({ model }) => model);
}

/** 0 for a name that begins with the query, 1 where a word does, 2 else; of equals the list's own order stays. */
function placeOf(text: string, [first = ""]: readonly string[]): number {
  if (text.startsWith(first)) return 0;
  const before = text[text.indexOf(first) - 1] ?? "";
  return /[\p{L}\p{N}]/u.test(before) ? 2 : 1;
}

/** As people type it: "modele" finds "Modèle", and "ＦＬＵＸ" is "flux". */
function fold(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
