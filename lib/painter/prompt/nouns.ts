import { nounTable } from "#lib/painter/prompt/noun-table.ts";
import type { Stance } from "#lib/painter/prompt/prompt-reading.ts";

/** A thing that the painter knows. */
export interface Noun {
  icon: string;
  stance: Stance;
  /** Its height beside a person's. */
  scale: number;
  /** The icon it wears on its head. */
  hat: string | null;
}

/** The curated nouns by word; where a noun has several words they are joined with a space, as "polar bear". */
export const nouns: ReadonlyMap<string, Noun> = new Map([
  ...nounTable.flatMap(([stance, lines]) =>
    lines.split(/[;\n]/).flatMap((entry) => readEntry(entry.trim(), stance)),
  ),
  ["old king", bust("old-man", "crown")],
  ["old queen", bust("old-woman", "crown")],
  ["old man", bust("old-man", null)],
  ["old woman", bust("old-woman", null)],
]);

function readEntry(entry: string, stance: Stance): [string, Noun][] {
  const [words = "", icon = ""] = entry.split(">").map((half) => half.trim());
  const [scale, ...names] = words.split(" ");
  if (!icon) return [];

  const noun: Noun = { icon, stance, scale: Number(scale), hat: null };
  return [icon, ...names].map((name) => [name.replaceAll("-", " "), noun]);
}

function bust(icon: string, hat: string | null): Noun {
  return { icon, stance: "bust", scale: 1.2, hat };
}
