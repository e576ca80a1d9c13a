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
