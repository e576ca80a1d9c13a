import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { IconNames } from "#lib/painter/prompt/read-prompt.ts";

/** Noto's icons, drawn on 128 by 128. */
export interface IconShelf extends IconNames {
  /** The SVG elements of an icon; null when there is no icon of this name. */
  bodyOf(name: string): string | null;
}

interface IconFile {
  icons: Record<string, { body: string }>;
  aliases: Record<string, { parent: string }>;
}

/** Signs rather than things: their names are everyday words ("on", "top", "new", "cool") that mean something else. */
const signCategories: ReadonlySet<string> = new Set(["Symbols", "Flags", "Smileys & Emotion"]);
const notThings =
  /-(button|oclock|thirty|moon|japan)$|facing|^(family|kiss|couple|backhand|index|chart|level|construction|information|speaking|seat|link|label|knot|hook|world|wheel|wing|memo|wood)/;

/**
 * Opens the icons: 25 MB of JSON, read once, in the painter's thread alone, of which a fifth is kept (the rest are
 * the same people in other skins). The file is trusted as a dependency is.
 */
export function openIconShelf(): IconShelf {
  const { icons, aliases }: IconFile = read("icons.json");
  const bodies = new Map(
    Object.entries(icons).flatMap(([name, { body }]) =>
      name.includes("skin-tone") ? [] : [[name, body] as const],
    ),
  );
  const characters: Record<string, string> = read("chars.json");
  const { categories }: { categories: Record<string, string[]> } = read("metadata.json");
  const signs = new Set(
    Object.entries(categories).flatMap(([name, members]) =>
      signCategories.has(name) ? members : [],
    ),
  );

  function bodyOf(name: string): string | null {
    return bodies.get(name) ?? bodies.get(aliases[name]?.parent ?? "") ?? null;
  }

  function findByName(text: string): string | null {
    const name = text.replaceAll(" ", "-");
    return bodies.has(name) && !signs.has(name) && !notThings.test(name) ? name : null;
  }

  /** Skins and sexes that are not kept fall back to the person they vary. */
  function findByCharacter(emoji: string): string | null {
    if (emoji.includes(" ")) return null;
    const codes = Array.from(emoji, (character) => character.codePointAt(0)?.toString(16) ?? "");
    const plain = codes.filter((code) => code !== "fe0f" && !/^1f3f[b-f]$/.test(code));
    const names = [codes.join("-"), plain.join("-"), plain[0] ?? ""].map((key) => characters[key]);
    return names.find((name) => name !== undefined && bodyOf(name) !== null) ?? null;
  }

  return { bodyOf, find: (text) => findByName(text) ?? findByCharacter(text) };
}

function read(file: string) {
  const path = createRequire(import.meta.url).resolve(`@iconify-json/noto/${file}`);
  return JSON.parse(readFileSync(path, "utf8"));
}
