import { expect, test } from "vitest";
import { toEngineModels } from "#lib/engine/gateway/model/to-engine-model.ts";
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

test("what makes images of texts is offered, and what makes texts of images is not", () => {
  const listed = [
    "text-to-image",
    "image-to-text",
    "image2text",
    "image2image",
    "image to image",
    "image",
  ].map((model_type) => ({ id: model_type, model_type }));

  expect(toEngineModels(listed).map(({ id }) => id)).toEqual([
    "text-to-image",
    "image2image",
    "image to image",
    "image",
  ]);
});

test("of a list that says nothing, those that sound like image models come first, and none is hidden", () => {
  const list = ["gpt-5", "gpt-image-1", "Kwai-Kolors/Kolors", "dall-e-3"].map((id) => ({ id }));

  expect(idsOf({ object: "list", data: list })).toEqual([
    "gpt-image-1",
    "dall-e-3",
    "gpt-5",
    "Kwai-Kolors/Kolors",
  ]);
});

test.each<[string, object, object]>([
  ["Together's type", { type: "image" }, { type: "chat" }],
  ["a mode", { mode: "image_generation" }, { mode: "chat" }],
  [
    "LiteLLM's info",
    { model_info: { mode: "image_generation" } },
    { model_info: { mode: "chat" } },
  ],
  ["a category", { category: "Image" }, { category: "Language" }],
  ["Cloudflare's task", { task: { name: "Text-to-Image" } }, { task: { name: "Image-to-Text" } }],
  ["a task", { task: "text-to-image" }, { task: "Image Classification" }],
  [
    "OpenRouter's architecture",
    { architecture: { output_modalities: ["image", "text"] } },
    { architecture: { output_modalities: ["text"] } },
  ],
  [
    "its older one",
    { architecture: { modality: "text+image->text+image" } },
    { architecture: { modality: "text+image->text" } },
  ],
])("the kind of a model is told by %s", (_, painter, talker) => {
  const list = [
    { id: "painter", ...painter },
    { id: "my-image-captioner", ...talker },
  ];

  expect(idsOf({ data: list })).toEqual(["painter"]);
});

test("what every model is called says nothing of its kind", () => {
  const list = ["flux", "kolors"].map((id) => ({ id, type: "model", category: "custom" }));

  expect(idsOf(list)).toEqual(["flux", "kolors"]);
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

test.each([
  [{ pricing_unit: "per_image", output_usd_per_unit: "0.05" }, 50_000],
  [{ pricing_unit: "per_image", output_usd_per_unit: "0.05", discount_pct: "20" }, 40_000],
  [{ image_output_usd_per_image: "0.04", discount_pct: "0" }, 40_000],
  [{ image_output_usd_per_image: "0.04", discount_pct: "half" }, 40_000],
  [
    { pricing_unit: "per_image", image_output_usd_per_image: "0.04", output_usd_per_unit: "0.05" },
    40_000,
  ],
  [{ pricing_unit: "per_1m_tokens", output_usd_per_unit: "30" }, null],
  [{ pricing_unit: "per_second", output_usd_per_unit: "0.1" }, null],
  [{ pricing_unit: "per_image", output_usd_per_unit: null, request_usd: "0.02" }, 20_000],
  [{ pricing_unit: 7, output_usd_per_unit: {} }, null],
  [null, null],
])("of the prices %j, a picture's is %s", (pricing, micros) => {
  const [model] = toEngineModels(modelsSchema.parse([{ id: "a", pricing }]));

  expect(model?.pricePerImageMicros).toBe(micros);
});

test("a list that shows no image model at all is shown whole", () => {
  const list = [
    { id: "MiniMax-M2", model_type: "chat" },
    { id: "gpt-4o", output_modalities: ["text"] },
  ];

  expect(idsOf(list)).toEqual(["MiniMax-M2", "gpt-4o"]);
});

test("a strange name is offered where it can be sent, and once", () => {
  const long = `a/${"b".repeat(310)}`;
  const ids = [long, "with space/最新", "", "a\0b", "\ud800", " padded ", "x".repeat(513), long];

  expect(idsOf(ids.map((id) => ({ id })))).toEqual([long, "with space/最新"]);
});

test("a list of 5,000 models is read whole", () => {
  const list = Array.from({ length: 5_000 }, (_, at) => ({ id: `org/image-${at}` }));

  expect(idsOf({ data: list })).toHaveLength(5_000);
});

test.each([
  ["openai/gpt-image-2", true, 16],
  ["openai/gpt-image-2", null, 0],
  ["bytedance/seedream-4", null, 10],
  ["bytedance/seedream-4", false, 0],
  ["dall-e-3", true, 0],
  ["black-forest/flux-2", null, 16],
])("%s, of which a list says %j, looks at %i references", (id, supports_image_reference, max) => {
  const [model] = toEngineModels(modelsSchema.parse([{ id, supports_image_reference }]));
  expect(model?.referencesMax).toBe(max);
});
