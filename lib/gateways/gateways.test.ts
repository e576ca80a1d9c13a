import { expect, test } from "vitest";
import { orderGateways, removeGateway } from "#lib/gateways/arrange-gateways.server.ts";
import {
  addGateway,
  alignGivenGateway,
  previewConnection,
} from "#lib/gateways/change-gateway.server.ts";
import type { GatewaysContext } from "#lib/gateways/gateways-context.ts";
import { readGateways } from "#lib/gateways/read-gateways.server.ts";
import {
  givenGatewayId as given,
  localGatewayId as painter,
} from "#lib/gateways/seeded-gateways.ts";
import { change, openTestGateways, read } from "#lib/gateways/test-gateways.ts";
import {
  describeOnBothDatabases,
  describeOnPostgres,
} from "#lib/platform/database/test-database.ts";
import { overtake } from "#lib/platform/database/test-overtaken.ts";

const key = "rsk_canary_0123456789";

describeOnBothDatabases("the gateways", (open) => {
  const build = async (env?: Partial<GatewaysContext["env"]>) =>
    openTestGateways(await open(), env);
  const named = async (context: GatewaysContext) =>
    (await readGateways(context)).filter((one) => !one.isDeleted).map(({ name }) => name);

  test("are MeshAPI without a key and the painter, until somebody adds others", async () => {
    const context = await build();
    const [meshapi, ...others] = await readGateways(context);

    expect(meshapi).toMatchObject({ id: given, kind: "meshapi", name: "MeshAPI", paid: true });
    expect(meshapi?.connection).toEqual({
      baseUrl: "https://api.meshapi.ai",
      baseUrlSource: "default",
      apiKey: null,
      keySource: "default",
      keyProblem: null,
      headers: {},
      headersSource: "default",
      headersProblem: null,
      stream: true,
    });
    expect(others).toMatchObject([{ id: painter, kind: "painter", paid: false, slots: 2 }]);
  });

  test("are added before the painter, named after their address or by a person", async () => {
    const context = await build();
    await addGateway(context, { baseUrl: "http://localai:8080", apiKey: "any" });
    const id = await addGateway(context, {
      baseUrl: "https://a.example",
      name: "Mine",
      paid: false,
    });
    expect(await named(context)).toEqual(["MeshAPI", "localai:8080", "Mine", "Painter"]);

    await change(context, { baseUrl: "https://b.example" }, id);
    expect((await named(context))[2]).toBe("Mine");
    expect(await read(context, id)).toMatchObject({ baseUrl: "https://b.example" });
  });

  test("stand in the order that they are put in, and are named by it each once", async () => {
    const context = await build();
    await orderGateways(context, [painter, given]);
    expect(await named(context)).toEqual(["Painter", "MeshAPI"]);

    for (const ids of [[painter], [painter, painter], [painter, given, crypto.randomUUID()]]) {
      await expect(orderGateways(context, ids)).rejects.toMatchObject({ field: "ids" });
    }
  });

  test("are taken away with their secrets, and the last one comes back with the environment", async () => {
    const context = await build();
    await change(context, { apiKey: key });
    await removeGateway(context, given);
    await expect(change(context, { stream: false })).rejects.toMatchObject({ code: "not_found" });
    const preview = previewConnection(context, { id: given, change: { apiKey: key } });
    await expect(preview).rejects.toMatchObject({ code: "not_found" });
    const left = await context.client.gateway.findUniqueOrThrow({ where: { id: given } });
    await alignGivenGateway(context);
    const without = await named(context);
    const env = { ...context.env, MESHAPI_API_KEY: key };
    await alignGivenGateway({ ...context, env });

    expect(left).toMatchObject({ sealedKey: null, keyOrigin: null });
    expect(without).toEqual(["Painter"]);
    expect(await named(context)).toEqual(["MeshAPI", "Painter"]);
  });

  test("of the environment are named after what it says, at each start", async () => {
    const context = await build({ MESHAPI_BASE_URL: "http://localai:8080" });
    await alignGivenGateway(context);
    expect(await named(context)).toEqual(["localai:8080", "Painter"]);

    await alignGivenGateway({ ...context, env: { MESHAPI_HOSTS: [] } });
    expect(await named(context)).toEqual(["MeshAPI", "Painter"]);
  });

  test("keep what is written, leave what is absent, and take away what is null", async () => {
    const context = await build();
    await change(context, { apiKey: key, baseUrl: "https://gateway.example" });
    await change(context, { headers: { "x-team": "foxes", "x-tag": "a" } });
    await change(context, { headers: { "X-Tag": null }, stream: false, slots: 7 });
    const written = await read(context);
    await change(context, { apiKey: null, slots: null });

    expect(written).toMatchObject({
      apiKey: key,
      baseUrl: "https://gateway.example",
      headers: { "x-team": "foxes" },
      stream: false,
    });
    expect(await read(context)).toMatchObject({ apiKey: null, baseUrl: "https://gateway.example" });
    expect((await readGateways(context))[0]?.slots).toBeNull();
  });

  test("are the environment's where it says something, and only the one that it gives", async () => {
    const context = await build({ MESHAPI_API_KEY: "rsk_from_environment" });
    await change(context, { apiKey: key });
    const id = await addGateway(context, { baseUrl: "https://api.meshapi.ai", apiKey: key });

    expect(await read(context)).toMatchObject({
      apiKey: "rsk_from_environment",
      keySource: "environment",
    });
    expect(await read(context, id)).toMatchObject({ apiKey: key, keySource: "settings" });
  });
});

describeOnPostgres("a gateway that is removed or changed while it is changed", (open) => {
  test("keeps no key once it is removed, and the change is told that it is gone", async () => {
    const context = await openTestGateways(await open());
    const id = await addGateway(context, { baseUrl: "https://a.example" });
    const where = { id };
    const changed = await overtake(context.client, {
      lock: (transaction) =>
        transaction.$queryRaw`SELECT id FROM "Gateway" WHERE id = ${id}::uuid FOR UPDATE`,
      change: (transaction) =>
        transaction.gateway.update({ where, data: { deletedAt: new Date() } }),
      work: () => change(context, { apiKey: key }, id),
    });

    expect(changed).toMatchObject({ reason: { code: "not_found" } });
    const { sealedKey } = await context.client.gateway.findUniqueOrThrow({ where });
    expect(sealedKey).toBeNull();
  });

  test("keeps what another tab changed meanwhile", async () => {
    const context = await openTestGateways(await open());
    const id = await addGateway(context, { baseUrl: "https://a.example" });
    const where = { id };
    await overtake(context.client, {
      lock: (transaction) =>
        transaction.$queryRaw`SELECT id FROM "Gateway" WHERE id = ${id}::uuid FOR UPDATE`,
      change: (transaction) => transaction.gateway.update({ where, data: { streams: false } }),
      work: () => change(context, { apiKey: key }, id),
    });

    const row = await context.client.gateway.findUniqueOrThrow({ where });
    expect(row).toMatchObject({ streams: false, sealedKey: expect.any(String) });
  });
});
