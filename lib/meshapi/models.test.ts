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
  ["Cloudflare's", { result: [{ id: "7f9a", name: "@cf/bfl/flux" }] }, ["@cf/bfl/flux"]],
])("models are found as %s", (_, wire, ids) => {
  expect(modelsSchema.parse(wire).map(({ id }) => id)).toEqual(ids);
});
