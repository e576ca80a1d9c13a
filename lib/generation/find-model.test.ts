import { expect, test } from "vitest";
import type { EngineModel, ImageEngine } from "#lib/engine/image-engine.ts";
import { findModel } from "#lib/generation/find-model.ts";

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
  expect(await findModel(gateway, "MiniMax-image-01")).toBeNull();
  expect(await findModel(gateway, "gpt-4o")).toMatchObject({ id: "gpt-4o" });
});

test("the painter has no other model than its own", async () => {
  const painter = engineOf("painter", ["painter"]);
  await expect(findModel(painter, "gpt-4o")).rejects.toMatchObject({ field: "model" });
  expect(await findModel(painter, undefined)).toMatchObject({ id: "painter" });
});
