import { expect, test } from "vitest";
import type { EngineModel, ImageEngine } from "#lib/engine/image-engine.ts";
import type { Gateway } from "#lib/gateways/gateway.ts";
import { chooseGateways } from "#lib/generation/batch/choose-gateways.ts";

const listed = (id: string): EngineModel => ({
  id,
  name: id,
  provider: null,
  description: null,
  isFree: false,
  pricePerImageMicros: null,
  parameters: [],
  values: {},
  promptCharactersMax: 32_000,
  sizes: null,
  referencesMax: 0,
  anySize: null,
});

const never = () => {
  throw new Error("It is not asked for pictures here.");
};

const engineOf = (models: readonly string[], takesAnyModel: boolean): ImageEngine => ({
  keyId: null,
  takesAnyModel,
  price: () => null,
  generate: never,
  fetchImage: never,
  findCharge: null,
  listModels: async () => models.map(listed),
});

const gatewayOf = (id: string, more: Partial<Gateway> = {}): Gateway => ({
  id,
  kind: "openai",
  name: `The ${id}`,
  paid: true,
  slots: 1,
  isEnabled: true,
  isDeleted: false,
  engine: engineOf(["MiniMax-M2", "gpt-4o"], true),
  ...more,
});

const painter = gatewayOf("painter", { engine: engineOf(["painter"], false) });

test("a gateway may have models that it does not list", async () => {
  const requests = [{ model: "MiniMax-image-01" }, { model: "gpt-4o" }, {}];
  const chosen = await chooseGateways([gatewayOf("one")], requests);

  expect(chosen.map(({ model }) => model?.id)).toEqual([undefined, "gpt-4o", undefined]);
});

test("the painter has no other model than its own, and it is said which request named one", async () => {
  expect(await chooseGateways([painter], [{}])).toMatchObject([{ model: { id: "painter" } }]);
  await expect(chooseGateways([painter], [{}, { model: "gpt-4o" }])).rejects.toMatchObject({
    field: "requests.1.model",
  });
});

test("each request is made by the gateway that it names, and by the first that can be asked where it names none", async () => {
  const gateways = [
    gatewayOf("removed", { isDeleted: true }),
    gatewayOf("off", { isEnabled: false }),
    gatewayOf("keyless", { engine: null }),
    gatewayOf("first"),
    painter,
  ];
  const chosen = await chooseGateways(gateways, [
    {},
    { gatewayId: "painter" },
    { gatewayId: "first" },
  ]);

  expect(chosen.map(({ gateway }) => gateway.id)).toEqual(["first", "painter", "first"]);
});

test.each([
  ["nowhere", gatewayOf("one"), "There is no gateway with this id."],
  ["one", gatewayOf("one", { isDeleted: true }), "There is no gateway with this id."],
  ["one", gatewayOf("one", { isEnabled: false }), "The one is turned off."],
  ["one", gatewayOf("one", { engine: null }), "The one has no key."],
])(
  "a gateway that cannot be asked is refused (%s, %#), and no other is taken for it",
  async (gatewayId, gateway, words) => {
    const asking = chooseGateways(
      [gateway, gatewayOf("good")],
      [{ gatewayId: "good" }, { gatewayId }],
    );
    await expect(asking).rejects.toMatchObject({
      field: "requests.1.gatewayId",
      message: expect.stringContaining(words),
    });
  },
);

test("lists of models are waited for side by side", async () => {
  const lists = [Promise.withResolvers<EngineModel[]>(), Promise.withResolvers<EngineModel[]>()];
  let asked = 0;
  const gateways = lists.map(({ promise }, index) =>
    gatewayOf(`${index}`, {
      engine: {
        ...engineOf([], true),
        listModels: () => {
          asked += 1;
          if (asked === lists.length) for (const { resolve } of lists) resolve([]);
          return promise;
        },
      },
    }),
  );

  const chosen = await chooseGateways(gateways, [{ gatewayId: "0" }, { gatewayId: "1" }]);
  expect(chosen).toHaveLength(2);
});

test("where no gateway can be asked it is said what to do", async () => {
  const asking = chooseGateways([gatewayOf("one", { engine: null })], [{}]);
  await expect(asking).rejects.toThrow("turn one on in Settings, or give one a key");
});
