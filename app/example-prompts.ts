import type { Words } from "#messages/create-words.ts";

/** For the empty studio: they fill the composer and spend nothing. */
export function examplePrompts(t: Words): string[] {
  return [
    t("examples.fox"),
    t("examples.lighthouse"),
    t("examples.cats"),
    t("examples.library"),
    t("examples.mountains"),
    t("examples.castle"),
  ];
}
