import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addGateway } from "#lib/gateways/change-gateway.server.ts";
import type { GatewaysContext } from "#lib/gateways/gateways-context.ts";
import { givenGatewayId as given } from "#lib/gateways/seeded-gateways.ts";
import { change, openTestGateways, read } from "#lib/gateways/test-gateways.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { createSealer } from "#lib/settings/seal.server.ts";

const key = "rsk_canary_0123456789";

describeOnBothDatabases("the secrets of gateways", (open) => {
  const build = async (env?: Partial<GatewaysContext["env"]>) =>
    openTestGateways(await open(), env);

  test("never put a key, or a header's value, into the database as it is", async () => {
    const context = await build();
    await change(context, { apiKey: key, headers: { "x-key": "canary_of_a_header" } });
    const rows = await context.client.gateway.findMany();

    expect(JSON.stringify(rows)).not.toContain(key.slice(4));
    expect(JSON.stringify(rows)).not.toContain("canary_of_a_header");
  });

  test("tell a stored key as lost when what it was sealed with is gone, and take a new one", async () => {
    const context = await build();
    await change(context, { apiKey: key, headers: { "x-team": "foxes" } });
    await rm(join(context.dataDir, "secret.key"));
    const lost = await read(context);
    expect(lost).toMatchObject({ apiKey: null, keyProblem: { kind: "lost" }, headers: {} });
    expect(lost?.headersProblem).toEqual({ kind: "lost" });

    await change(context, { apiKey: `${key}_new` });
    expect(await read(context)).toMatchObject({
      apiKey: `${key}_new`,
      keyProblem: null,
      headersProblem: { kind: "lost" },
    });
  });

  test("keep a key that cannot be opened now, so that it opens when its file is back", async () => {
    const context = await build();
    await change(context, { apiKey: key });
    const lost = {
      ...context,
      sealer: createSealer({ secretKey: "a".repeat(64), dataDir: context.dataDir }),
    };
    await change(lost, { stream: false });

    expect(await read(lost)).toMatchObject({ apiKey: null, stream: false });
    expect(await read(context)).toMatchObject({ apiKey: key, stream: false });
  });

  test("leave a key with the origin that it was entered for, whatever address a later start asks", async () => {
    const context = await build();
    await change(context, { apiKey: key, baseUrl: "https://old.example" });
    const env = { MESHAPI_HOSTS: [], MESHAPI_BASE_URL: "https://new.example" };

    expect(await read({ ...context, env })).toMatchObject({ apiKey: null });
    expect(await read(context)).toMatchObject({ apiKey: key });
  });

  test("open no secret as another than it was sealed as, nor as another gateway's", async () => {
    const context = await build();
    await change(context, { apiKey: key, headers: { "x-team": "foxes" } });
    const id = await addGateway(context, { baseUrl: "https://api.meshapi.ai", apiKey: "another" });
    const row = await context.client.gateway.findUniqueOrThrow({ where: { id: given } });
    const { sealedKey, sealedHeaders } = row;
    await context.client.gateway.update({ where: { id }, data: { sealedKey } });
    await context.client.gateway.update({
      where: { id: given },
      data: { sealedKey: sealedHeaders },
    });

    expect((await read(context))?.keyProblem).toEqual({ kind: "lost" });
    expect((await read(context, id))?.keyProblem).toEqual({ kind: "lost" });
  });

  test("send no key elsewhere where somebody changed the stored address behind the studio's back", async () => {
    const context = await build();
    await change(context, { apiKey: key, baseUrl: "https://old.example" });
    for (const forged of [
      { baseUrl: "https://evil.example" },
      { keyOrigin: "https://evil.example" },
    ]) {
      await context.client.gateway.update({ where: { id: given }, data: forged });
      expect(await read(context)).toMatchObject({ apiKey: null });
    }
  });
});
