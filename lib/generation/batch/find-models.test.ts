import { expect, test } from "vitest";
import type { EngineModel, ImageEngine } from "#lib/engine/image-engine.ts";
import { findModels } from "#lib/generation/batch/find-models.ts";

const listed = (id: string): EngineModel => ({
  id,
  name: id,
  provider: null,
  description: null,
  isFree: false,
  pricePerImageMicros: null,
  parameters: [],
  sizes: null,
});

const never = () => {
  throw new Error("It is not asked for pictures here.");
};

const engineOf = (id: ImageEngine["id"], models: readonly string[]): ImageEngine => ({
  id,
  name: id,
  paid: id === "gateway",
  keyId: null,
  generate: never,
  fetchImage: never,
  findCharge: null,
  listModels: async () => models.map(listed),
});

test("a gateway may have models that it does not list", async () => {
  const gateway = engineOf("gateway", ["MiniMax-M2", "gpt-4o"]);
  const found = await findModels(gateway, [{ model: "MiniMax-image-01" }, { model: "gpt-4o" }, {}]);

  expect(found).toMatchObject([null, { id: "gpt-4o" }, null]);
});

test("the painter has no other model than its own, and it is said which request named one", async () => {
  const painter = engineOf("painter", ["painter"]);
  const found = await findModels(painter, [{}]);

  expect(found).toMatchObject([{ id: "painter" }]);
  await expect(findModels(painter, [{}, { model: "gpt-4o" }])).rejects.toMatchObject({
    field: "requests.1.model",
  });
});
