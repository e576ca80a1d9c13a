import { expect, test } from "vitest";
import { modelsSchema } from "#lib/meshapi/models.ts";

const list = [
  {
    id: "a",
    pricing: { image_output_usd_per_image: 0.04, request_usd: null },
    is_free: "no",
    new_field: 1,
  },
  { name: "without an id" },
  null,
  { id: "b", pricing: "free" },
];

test.each([
  ["MeshAPI's array", list],
  ["OpenAI's list", { object: "list", data: list }],
  ["a list of models", { models: list }],
  ["a result", { success: true, result: list }],
])(
  "%s is read leniently: what makes no sense is null, and only a model without an id is lost",
  (_, wire) => {
    expect(modelsSchema.parse(wire)).toEqual([
      {
        id: "a",
        pricing: { image_output_usd_per_image: "0.04", request_usd: null },
        is_free: null,
      },
      { id: "b", pricing: null },
    ]);
  },
);

test.each([
  ["names alone", ["flux"], ["flux"]],
  ["names alone in data", { data: ["flux", ""] }, ["flux"]],
  ["models by their names", { data: { flux: { owned_by: "us" }, sdxl: {} } }, ["flux", "sdxl"]],
  ["names in place of ids", { models: [{ name: "flux:latest", model: "flux" }] }, ["flux"]],
  ["a list in data", { code: 0, data: { list: [{ id: "flux" }], total: 1 } }, ["flux"]],
  ["models in data", { data: { models: [{ id: "flux" }] } }, ["flux"]],
  ["items", { items: [{ id: "flux" }], next: null }, ["flux"]],
  ["results", { count: 1, results: [{ id: "flux" }] }, ["flux"]],
  ["records of a page", { success: true, result: { page: { records: ["flux"] } } }, ["flux"]],
  ["a list of models", { object: "list", model_list: ["flux"] }, ["flux"]],
  ["models by name in a wrapper", { data: { models: { flux: {}, sdxl: {} } } }, ["flux", "sdxl"]],
  ["the list that is not empty", { data: [], models: ["flux"] }, ["flux"]],
  ["an answer in an answer", { response: { data: [{ id: "flux" }] } }, ["flux"]],
  [
    "Gemini's",
    { models: [{ name: "models/imagen-4", displayName: "Imagen 4" }], nextPageToken: "x" },
    ["imagen-4"],
  ],
  ["Vertex's", { publisherModels: [{ name: "publishers/google/models/imagen-4" }] }, ["imagen-4"]],
  ["names without ids", { models: [{ name: "flux" }, { name: "The best one" }] }, ["flux"]],
  ["other ids", { data: [{ model_name: "flux" }, { modelId: "sdxl" }] }, ["flux", "sdxl"]],
  ["numbers beside names", { data: [{ id: 7, model_name: "flux" }] }, ["flux"]],
  ["Cloudflare's", { result: [{ id: "7f9a", name: "@cf/bfl/flux" }] }, ["@cf/bfl/flux"]],
])("models are found as %s", (_, wire, ids) => {
  expect(modelsSchema.parse(wire).map(({ id }) => id)).toEqual(ids);
});

test("what a person calls a model stands in its name", () => {
  const [model] = modelsSchema.parse({
    models: [{ name: "models/imagen-4", displayName: "Imagen" }],
  });
  expect(model).toMatchObject({ id: "imagen-4", name: "Imagen" });
});

test.each([
  { code: 401, msg: "No key.", data: null },
  { error: { message: "No." } },
  { data: "none" },
  { status: "ok", uptime: 12 },
  "ok",
  null,
])("%j is no list of models", (wire) => {
  expect(modelsSchema.safeParse(wire).success).toBe(false);
});
