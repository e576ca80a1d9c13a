import { expect, test } from "vitest";
import { findItems, toSearchable } from "#components/palette/find-items.ts";
import type { PaletteItem, PaletteSection } from "#components/palette/items/palette-item.ts";

const item = (section: PaletteSection, label: string, also?: string): PaletteItem => ({
  id: `${section} ${label}`,
  section,
  label,
  ...(also && { also }),
  run: () => {},
});

const items = toSearchable([
  item("actions", "Go to the gallery"),
  item("actions", "Go to the studio"),
  item("actions", "Stop mine"),
  item("models", "GPT Image 2", "openai/gpt-image-2"),
  item("models", "Modèle", "acme/flux"),
  item("prompts", `${"a very long prompt about many things, ".repeat(5)}with a gannet`),
  item("settings", "Gateways"),
]);

const found = (query: string) =>
  findItems(items, { query, scope: "all" }).flatMap((one) => one.items);
const labels = (query: string) => found(query).map(({ label }) => label);

test("what begins with the words comes first, whatever its section", () => {
  expect(labels("ga").slice(0, 3)).toEqual([
    "Gateways",
    "Go to the gallery",
    expect.stringContaining("gannet"),
  ]);
  expect(labels("stop")[0]).toBe("Stop mine");
});

test("every word counts, in any order, without accents, and by a model's id", () => {
  expect(labels("gallery go")).toEqual(["Go to the gallery"]);
  expect(labels("modele")).toEqual(["Modèle"]);
  expect(labels("openai 2")).toEqual(["GPT Image 2"]);
  expect(labels("gallery stop")).toEqual([]);
});

test("a few letters in order find a short name, and no long prompt", () => {
  expect(labels("gtg")[0]).toBe("Go to the gallery");
  expect(labels("gtw")).toEqual(["Gateways"]);
});

test("for no query there is what is mostly wanted, and no list of models", () => {
  expect(findItems(items, { query: " ", scope: "all" }).map(({ section }) => section)).toEqual([
    "actions",
    "prompts",
  ]);
});
