import type { PaletteScope } from "#components/layout/palette-opening.ts";
import {
  type PaletteItem,
  type PaletteSection,
  paletteSections,
} from "#components/palette/items/palette-item.ts";

export interface FoundSection {
  section: PaletteSection;
  items: readonly PaletteItem[];
}

/** An item with the text that it is found by. */
export interface SearchableItem {
  item: PaletteItem;
  label: string;
  also: string;
}

/** How many of a section are shown: of all there are, and of what was found. */
const shownMax: Record<PaletteSection, [all: number, found: number]> = {
  actions: [8, 6],
  prompts: [3, 5],
  models: [0, 6],
  pictures: [3, 6],
  settings: [0, 5],
};

/** How many of one that is looked through alone. */
const aloneMax = 50;

/** Prepares items to be looked through with every letter that is typed. */
export function toSearchable(items: readonly PaletteItem[]): SearchableItem[] {
  return items.map((item) => ({ item, label: fold(item.label), also: fold(item.also ?? "") }));
}

/** What fits a query, the best section first and in it the best item; for none, what is mostly wanted. */
export function findItems(
  items: readonly SearchableItem[],
  { query, scope }: { query: string; scope: PaletteScope },
): FoundSection[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const sections = scope === "all" ? paletteSections : [scope];
  const found = sections.map((section) => {
    const own = items.filter(({ item }) => item.section === section);
    const ranked = words.length === 0 ? own.map((one) => ({ ...one, score: 0 })) : rank(own, words);
    const max = scope === "all" ? shownMax[section][words.length === 0 ? 0 : 1] : aloneMax;
    return { section, items: ranked.slice(0, max).map(({ item }) => item), best: ranked[0]?.score };
  });
  return found
    .filter((one) => one.items.length > 0)
    .sort((one, other) => (other.best ?? 0) - (one.best ?? 0));
}

function rank(items: readonly SearchableItem[], words: readonly string[]) {
  return items
    .map((one) => ({ ...one, score: scoreOf(one, words) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score);
}

/** 0 unless every word fits; else the more, the better the worst of them does. */
function scoreOf({ label, also }: SearchableItem, words: readonly string[]): number {
  return Math.min(
    ...words.map((word) => Math.max(fitOf(label, word), Math.min(2, fitOf(also, word)))),
  );
}

/** Longer texts have the letters of any word in order somewhere. */
const shortMax = 60;

/** 4 for a text that begins with the word, 3 where a word of it does, 2 where it has it, 1 where it has its letters in order. */
function fitOf(text: string, word: string): number {
  const at = text.indexOf(word);
  if (at === 0) return 4;
  if (at > 0) return startsWord(text, at) || startsWord(text, text.indexOf(` ${word}`) + 1) ? 3 : 2;
  return text.length <= shortMax && word.length > 1 && hasInOrder(text, word) ? 1 : 0;
}

function startsWord(text: string, at: number): boolean {
  return at > 0 && !/[\p{L}\p{N}]/u.test(text[at - 1] ?? "");
}

/** From the beginning of a word on: "gtg" finds "go to the gallery". */
function hasInOrder(text: string, word: string): boolean {
  let from = 0;
  for (const [at, letter] of [...word].entries()) {
    const found = text.indexOf(letter, from);
    if (found < 0 || (at === 0 && found > 0 && !startsWord(text, found))) return false;
    from = found + letter.length;
  }
  return true;
}

/** As people type it: "modele" finds "Modèle". */
function fold(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
