import { expect, test } from "vitest";
import { modelOf } from "#components/studio/parameters/model/model-of.ts";
import { modelSections } from "#components/studio/parameters/model/model-sections.ts";

const anyModel = modelOf("", { models: [], engine: "gateway" });
const models = [
  { ...anyModel, id: "openai/gpt-image-2", name: "GPT Image 2", provider: "OpenAI" },
  { ...anyModel, id: "flux", name: "Flux", provider: null },
];

function offered(
  query: string,
  {
    value = "flux",
    typed = [],
    takesAnyName = true,
  }: Partial<{ value: string; typed: string[]; takesAnyName: boolean }> = {},
) {
  return modelSections({ models, value, typed, query, takesAnyName }).sections.map(
    ({ title, options }) => [title, ...options.map(({ name, kind }) => `${kind} ${name}`)],
  );
}

test("without a query all stand by their makers, and names typed before come first", () => {
  expect(offered("", { typed: ["MiniMax-image-01", "flux"] })).toEqual([
    ["Typed before", "typed MiniMax-image-01"],
    ["OpenAI", "listed GPT Image 2"],
    ["Models", "listed Flux"],
  ]);
});

test("a query offers what it finds, and itself as a name", () => {
  expect(offered("image", { typed: ["MiniMax-image-01"] })).toEqual([
    ["Typed before", "typed MiniMax-image-01"],
    ["Models", "listed GPT Image 2"],
    ["Not in the list", "new image"],
  ]);
  expect(offered(" acme/a model, with spaces ")).toEqual([[null, "new acme/a model, with spaces"]]);
});

test("an id that the list has, or that was typed before, is offered once", () => {
  expect(offered("flux")).toEqual([[null, "listed Flux"]]);
  expect(offered("MiniMax", { typed: ["MiniMax"] })).toEqual([[null, "typed MiniMax"]]);
});

test("without a list the gateway may be left to choose", () => {
  const { sections } = modelSections({
    models: [],
    value: "",
    typed: ["sd-turbo"],
    query: "",
    takesAnyName: true,
  });
  expect(sections.map(({ options }) => options.map(({ id, name }) => [id, name]))).toEqual([
    [["", "Default model"]],
    [["sd-turbo", "sd-turbo"]],
  ]);
});

test("the painter has no other models than its own", () => {
  expect(offered("anything", { typed: ["MiniMax"], takesAnyName: false })).toEqual([]);
});

test("the one that is chosen comes first where it would not be seen else", () => {
  expect(offered("", { value: "MiniMax-image-01" })[0]).toEqual([
    "Chosen",
    "typed MiniMax-image-01",
  ]);
  expect(offered("", { value: "MiniMax", typed: ["MiniMax"] })[0]).toEqual([
    "Typed before",
    "typed MiniMax",
  ]);

  const many = Array.from({ length: 150 }, (_, index) => ({
    ...anyModel,
    id: `model-${index}`,
    name: `Model ${index}`,
  }));
  const { sections, left } = modelSections({
    models: many,
    value: "model-140",
    typed: [],
    query: "",
    takesAnyName: true,
  });
  expect(sections.map(({ title, options }) => [title, options.length, options[0]?.id])).toEqual([
    ["Chosen", 1, "model-140"],
    ["Models", 100, "model-0"],
  ]);
  expect(left).toBe(49);
});
