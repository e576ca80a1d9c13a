import { expect, test } from "vitest";
import {
  arrangeModels,
  type ModelView,
} from "#components/studio/parameters/model/arrange-models.ts";
import { anyModel } from "#components/studio/parameters/model/model-of.ts";
import { createOwnModels, withMark } from "#components/studio/parameters/model/own-models.ts";
import type { ModelMark } from "#lib/contract/model/own-model.ts";
import type { ModelOffer } from "#lib/contract/model-offer.ts";
import { english as t } from "#messages/english.server.ts";

const model = (id: string, parameters: (typeof anyModel)["parameters"] = []) => ({
  ...anyModel,
  id,
  name: id,
  parameters,
});

const one: ModelOffer = {
  gateway: { id: "one", kind: "openai", name: "One", paid: true },
  models: [model("a"), model("b", ["background"]), model("c", ["background"])],
  takesAnyModel: true,
  error: null,
};
const two: ModelOffer = {
  ...one,
  gateway: { ...one.gateway, id: "two", name: "Two" },
  models: [model("d")],
  takesAnyModel: false,
};

function arranged(
  marks: Record<string, ModelMark>,
  { query = "", ...view }: Partial<ModelView> & { query?: string } = {},
) {
  const own = Object.entries(marks).reduce(
    (models, [id, mark]) => withMark(models, { gatewayId: id === "d" ? "two" : "one", id }, mark),
    withMark([], { gatewayId: "gone", id: "x" }, "starred"),
  );
  const { sections, hiddenCount } = arrangeModels({
    offers: [one, two],
    value: { gatewayId: "one", id: "a" },
    typed: [],
    query,
    own: createOwnModels(own),
    view: { gatewayId: null, ability: null, isHiddenShown: false, ...view },
    t,
  });
  return [
    hiddenCount,
    ...sections.map(({ title, options }) => [title, ...options.map(({ id }) => id)]),
  ];
}

test("starred models stand first, once, also one that was only typed", () => {
  expect(arranged({ c: "starred", typed: "starred", a: "starred" })).toEqual([
    0,
    ["Starred", "c", "typed", "a"],
    ["One", "b"],
    ["Two", "d"],
  ]);
});

test("hidden models are out of sight, counted, and at the end where they are to be seen or are named", () => {
  const marks = { a: "hidden", d: "hidden" } as const;
  expect(arranged(marks)).toEqual([2, [null, "b", "c"]]);
  expect(arranged(marks, { isHiddenShown: true })).toEqual([
    2,
    ["Models", "b", "c"],
    ["Hidden", "a", "d"],
  ]);
  expect(arranged(marks, { query: "a" })).toEqual([2, ["Hidden", "a"]]);
});

test("a gateway, and what a model can do, leave only those", () => {
  const marks = { a: "starred", c: "starred" } as const;
  expect(arranged(marks, { ability: "transparent" })).toEqual([
    0,
    ["Starred", "c"],
    ["Models", "b"],
  ]);
  expect(arranged({}, { gatewayId: "two" })).toEqual([0, [null, "d"]]);
});
