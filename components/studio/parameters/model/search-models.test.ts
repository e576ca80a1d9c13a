import { expect, test } from "vitest";
import { anyModel } from "#components/studio/parameters/model/model-of.ts";
import { searchModels } from "#components/studio/parameters/model/search-models.ts";

const model = (id: string, name = id, provider: string | null = null) => ({
  ...anyModel,
  id,
  name,
  provider,
});

const models = [
  model("openai/gpt-image-2", "GPT Image 2", "OpenAI"),
  model("acme/superflux", "Superflux"),
  model("black-forest-labs/flux-pro", "FLUX 1.1 Pro", "Black Forest Labs"),
  model("acme/modèle étrange", "Modèle étrange", "Acmé"),
];

const found = (query: string) => searchModels(models, query).models.map(({ name }) => name);

test.each([
  ["", ["GPT Image 2", "Superflux", "FLUX 1.1 Pro", "Modèle étrange"]],
  ["flux", ["FLUX 1.1 Pro", "Superflux"]],
  ["PRO flux", ["FLUX 1.1 Pro"]],
  ["black forest", ["FLUX 1.1 Pro"]],
  ["gpt-image", ["GPT Image 2"]],
  ["acme modele", ["Modèle étrange"]],
  ["ＧＰＴ", ["GPT Image 2"]],
  ["(.*", []],
])("%j finds %j", (query, names) => {
  expect(found(query)).toEqual(names);
});

test("of 5,000 models a hundred are shown, and how many are left is told", () => {
  const many = Array.from({ length: 5_000 }, (_, index) => model(`acme/model-${index}`));

  expect(searchModels(many, "")).toMatchObject({ left: 4_900 });
  expect(searchModels(many, "").models).toHaveLength(100);
  expect(searchModels(many, "model-4999")).toMatchObject({ models: [many[4_999]], left: 0 });
});
