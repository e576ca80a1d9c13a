import { expect, test } from "vitest";
import { toEngineModels } from "#lib/engine/gateway/to-engine-model.ts";
import { modelsSchema } from "#lib/meshapi/models.ts";

const idsOf = (list: unknown) => toEngineModels(modelsSchema.parse(list)).map(({ id }) => id);

test("models that say they make no images are left out", () => {
  const list = [
    { id: "a", model_type: "image" },
    { id: "image-describer", model_type: "chat" },
    { id: "c", output_modalities: ["text"] },
    { id: "d", output_modalities: ["text", "image"] },
  ];

  expect(idsOf(list)).toEqual(["a", "d"]);
});

test("of a list that says nothing, those that sound like image models are offered", () => {
  expect(idsOf({ data: [{ id: "gpt-5" }, { id: "gpt-image-1" }, { id: "dall-e-3" }] })).toEqual([
    "gpt-image-1",
    "dall-e-3",
  ]);
});

test("of a list in which nothing sounds right, all are offered", () => {
  expect(idsOf([{ id: "my-model" }, { id: "default" }])).toEqual(["my-model", "default"]);
});

test("a price that is not told is unknown, and not zero", () => {
  const [model] = toEngineModels(modelsSchema.parse([{ id: "acme/image-1", pricing: {} }]));

  expect(model).toMatchObject({
    name: "acme/image-1",
    provider: "acme",
    isFree: false,
    pricePerImageMicros: null,
  });
});
