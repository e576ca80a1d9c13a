import { expect, test } from "vitest";
import { anyModel, modelOf } from "#components/studio/parameters/model/model-of.ts";
import { modelSections } from "#components/studio/parameters/model/model-sections.ts";
import type { ModelOffer } from "#lib/contract/model-offer.ts";
import { english as t } from "#messages/english.server.ts";

const gatewayId = "one";
const models = [
  { ...anyModel, id: "openai/gpt-image-2", name: "GPT Image 2", provider: "OpenAI" },
  { ...anyModel, id: "flux", name: "Flux", provider: null },
];
const offer: ModelOffer = {
  gateway: { id: gatewayId, kind: "openai", name: "One", paid: true },
  models,
  takesAnyModel: true,
  error: null,
};
const painter: ModelOffer = {
  gateway: { id: "painter", kind: "painter", name: "Painter", paid: false },
  models: [{ ...anyModel, id: "painter", name: "Painter" }],
  takesAnyModel: false,
  error: null,
};

function offered(
  query: string,
  {
    value = "flux",
    typed = [],
    offers = [offer],
  }: Partial<{ value: string; typed: string[]; offers: ModelOffer[] }> = {},
) {
  return modelSections({
    offers,
    value: { gatewayId, id: value },
    typed: typed.map((id) => ({ gatewayId, id })),
    query,
    t,
  }).sections.map(({ title, options }) => [
    title,
    ...options.map(({ name, kind }) => `${kind} ${name}`),
  ]);
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
  expect(
    offered("", { value: "", typed: ["sd-turbo"], offers: [{ ...offer, models: [] }] }),
  ).toEqual([
    ["Models", "listed Default model"],
    ["Typed before", "typed sd-turbo"],
  ]);
});

test("of several gateways each stands with its own, by its name", () => {
  const two = { ...offer, gateway: { ...offer.gateway, id: "two", name: "Two" }, models: [] };
  expect(offered("", { typed: ["sd-turbo"], offers: [offer, two, painter] })).toEqual([
    ["One · Typed before", "typed sd-turbo"],
    ["One · OpenAI", "listed GPT Image 2"],
    ["One", "listed Flux"],
    ["Two", "listed Default model"],
    ["Painter", "listed Painter"],
  ]);
});

test("the painter has no other models than its own", () => {
  expect(offered("anything", { typed: ["MiniMax"], offers: [painter] })).toEqual([]);
});

test("why a gateway's models are not there is said once, above what it has", () => {
  const silent = { ...offer, models: [], error: "It does not answer." };
  const { sections } = modelSections({
    offers: [silent, painter],
    value: { gatewayId, id: "" },
    typed: [{ gatewayId, id: "sd-turbo" }],
    query: "",
    t,
  });

  expect(sections.map(({ note }) => note)).toEqual(["It does not answer.", null, null]);
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
    offers: [{ ...offer, models: many }],
    value: { gatewayId, id: "model-140" },
    typed: [],
    query: "",
    t,
  });
  expect(sections.map(({ title, options }) => [title, options.length, options[0]?.id])).toEqual([
    ["Chosen", 1, "model-140"],
    ["Models", 100, "model-0"],
  ]);
  expect(left).toBe(49);
});

test("a draft asks the gateway that it names, and the first where that is none or gone", () => {
  const ask = (draft: { gatewayId: string; model: string }) => {
    const { offer: chosen, model } = modelOf(draft, [offer, painter]);
    return [chosen?.gateway.id, model.id];
  };

  expect(ask({ gatewayId: "", model: "" })).toEqual(["one", "openai/gpt-image-2"]);
  expect(ask({ gatewayId: "", model: "MiniMax" })).toEqual(["one", "MiniMax"]);
  expect(ask({ gatewayId: "one", model: "flux" })).toEqual(["one", "flux"]);
  expect(ask({ gatewayId: "painter", model: "flux" })).toEqual(["painter", "painter"]);
  expect(ask({ gatewayId: "gone", model: "its-own" })).toEqual(["one", "openai/gpt-image-2"]);
});
