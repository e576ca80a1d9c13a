import { expect, test } from "vitest";
import { listSuggestions } from "#components/gallery/find/list-suggestions.ts";

const facets = {
  count: 10,
  isCapped: false,
  model: [
    { value: "bfl/flux-1.1-pro", count: 6 },
    { value: "openai/gpt-image-1", count: 3 },
    { value: "openai/gpt-image-1-mini", count: 1 },
  ],
  gateway: [{ value: "MeshAPI", count: 10 }],
  shape: [{ value: "square", count: 9 }],
  size: [{ value: "1024x1024", count: 9 }],
};

const names: Record<string, string> = { "bfl/flux-1.1-pro": "Flùx Pro", square: "Square" };
const namesFor = (word: string) =>
  listSuggestions(facets, { word, nameOf: (_facet, value) => names[value] ?? value }).map(
    ({ facet, name }) => `${facet} ${name}`,
  );

test("for no word they are the most frequent of each facet, less what all pictures have", () => {
  expect(namesFor("")).toEqual([
    "model Flùx Pro",
    "model openai/gpt-image-1",
    "shape Square",
    "size 1024x1024",
  ]);
});

test("a word finds values by name and by id, and a facet's beginning its own values", () => {
  expect(namesFor("flux p")).toEqual(["model Flùx Pro"]);
  expect(namesFor("bfl")).toEqual(["model Flùx Pro"]);
  expect(namesFor("SQ")).toEqual(["shape Square"]);
  expect(namesFor("s")).toEqual([]);
  expect(namesFor("model:gpt")).toEqual([
    "model openai/gpt-image-1",
    "model openai/gpt-image-1-mini",
  ]);
  expect(namesFor("-gateway:")).toEqual(["gateway MeshAPI"]);
  expect(namesFor("seed:")).toEqual([]);
  expect(namesFor("fox")).toEqual([]);
});
