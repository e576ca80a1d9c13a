import { createCipheriv, randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { gatewayChangeSchema } from "#lib/settings/gateway-change.ts";
import {
  changeGatewaySettings,
  readGatewaySettings,
} from "#lib/settings/gateway-settings.server.ts";
import { createSealer } from "#lib/settings/seal.server.ts";
import { bindStoredKey, type SettingsContext } from "#lib/settings/stored-gateway.server.ts";

const key = "rsk_canary_0123456789";

describeOnBothDatabases("the gateway's settings", (open) => {
  let dataDir = "";
  const build = async (env: SettingsContext["env"] = {}): Promise<SettingsContext> => {
    dataDir = await mkdtemp(join(tmpdir(), "atelier-settings-"));
    const { client } = await open();
    return { client, env, sealer: createSealer({ dataDir }), userId };
  };
  afterEach(() => rm(dataDir, { recursive: true }));

  test("are MeshAPI's address and no key, until somebody writes others", async () => {
    expect(await readGatewaySettings(await build())).toEqual({
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
  });

  test("keep what is written, leave what is absent, and take away what is null", async () => {
    const context = await build();
    await changeGatewaySettings(context, { apiKey: key, baseUrl: "https://gateway.example" });
    await changeGatewaySettings(context, { headers: { "x-team": "foxes", "x-tag": "a" } });
    await changeGatewaySettings(context, { headers: { "X-Tag": null }, stream: false });
    const written = await readGatewaySettings(context);
    await changeGatewaySettings(context, { apiKey: null });

    expect(written).toMatchObject({
      apiKey: key,
      baseUrl: "https://gateway.example",
      headers: { "x-team": "foxes" },
      stream: false,
    });
    expect(await readGatewaySettings(context)).toMatchObject({
      apiKey: null,
      baseUrl: "https://gateway.example",
    });
  });

  test("never put the key, or a header's value, into the database as it is", async () => {
    const context = await build();
    await changeGatewaySettings(context, {
      apiKey: key,
      headers: { "x-key": "canary_of_a_header" },
    });
    const rows = await context.client.setting.findMany({ select: { value: true } });
    expect(JSON.stringify(rows)).not.toContain(key.slice(4));
    expect(JSON.stringify(rows)).not.toContain("canary_of_a_header");
  });

  test("are the environment's where it says something", async () => {
    const context = await build({ MESHAPI_API_KEY: "rsk_from_environment" });
    await changeGatewaySettings(context, { apiKey: key });
    expect(await readGatewaySettings(context)).toMatchObject({
      apiKey: "rsk_from_environment",
      keySource: "environment",
    });
  });

  test("tell a stored key as lost when what it was sealed with is gone, and take a new one", async () => {
    const context = await build();
    await changeGatewaySettings(context, { apiKey: key, headers: { "x-team": "foxes" } });
    await rm(join(dataDir, "secret.key"));
    const lost = await readGatewaySettings(context);
    expect(lost).toMatchObject({ apiKey: null, keyProblem: { kind: "lost" }, headers: {} });
    expect(lost.headersProblem).toEqual({ kind: "lost" });

    await changeGatewaySettings(context, { apiKey: `${key}_new` });
    expect(await readGatewaySettings(context)).toMatchObject({
      apiKey: `${key}_new`,
      keyProblem: null,
      headersProblem: { kind: "lost" },
    });
  });

  test("keep a key that cannot be opened now, so that it opens when its file is back", async () => {
    const context = await build();
    await changeGatewaySettings(context, { apiKey: key });
    const lost = { ...context, sealer: createSealer({ secretKey: "a".repeat(64), dataDir }) };
    await changeGatewaySettings(lost, { stream: false });

    expect(await readGatewaySettings(lost)).toMatchObject({ apiKey: null, stream: false });
    expect(await readGatewaySettings(context)).toMatchObject({ apiKey: key, stream: false });
  });

  test("keep the key of a studio of before keys had an origin, for the address that it was used with", async () => {
    const context = await build();
    const sealedKey = sealAsBefore(key);
    const value = { baseUrl: "https://old.example", sealedKey, stream: true };
    await context.client.setting.create({ data: { userId, key: "gateway", value } });
    const old = { ...context, sealer: createSealer({ secretKey: "a".repeat(64), dataDir }) };

    await bindStoredKey(old);
    expect(await readGatewaySettings(old)).toMatchObject({ apiKey: key });
    const { value: bound } = await context.client.setting.findFirstOrThrow({
      where: { userId },
      select: { value: true },
    });
    expect(bound).toMatchObject({
      keyOrigin: "https://old.example",
      sealedKey: expect.stringMatching(/^v2\./),
    });
    const moved = { ...old, env: { MESHAPI_BASE_URL: "https://new.example" } };
    expect(await readGatewaySettings(moved)).toMatchObject({ apiKey: null });
  });

  test("leave a key with the origin that it was entered for, whatever address a later start asks", async () => {
    const context = await build();
    await changeGatewaySettings(context, { apiKey: key, baseUrl: "https://old.example" });
    const moved = { ...context, env: { MESHAPI_BASE_URL: "https://new.example" } };
    await bindStoredKey(moved);

    expect(await readGatewaySettings(moved)).toMatchObject({ apiKey: null });
    expect(await readGatewaySettings(context)).toMatchObject({ apiKey: key });
  });

  test("open no secret as another than it was sealed as", async () => {
    const context = await build();
    await changeGatewaySettings(context, { apiKey: key, headers: { "x-team": "foxes" } });
    const row = await context.client.setting.findFirstOrThrow({ select: { value: true } });
    const value = { ...Object(row.value), sealedKey: Object(row.value).sealedHeaders };
    await context.client.setting.updateMany({ data: { value } });

    expect((await readGatewaySettings(context)).keyProblem).toEqual({ kind: "lost" });
  });

  test("send no key elsewhere where somebody changed the stored address behind the studio's back", async () => {
    const context = await build();
    await changeGatewaySettings(context, { apiKey: key, baseUrl: "https://old.example" });
    const row = await context.client.setting.findFirstOrThrow({ select: { value: true } });
    const forged = { ...Object(row.value), baseUrl: "https://evil.example" };
    for (const value of [forged, { ...forged, keyOrigin: "https://evil.example" }]) {
      await context.client.setting.updateMany({ data: { value } });
      expect(await readGatewaySettings(context)).toMatchObject({ apiKey: null });
    }
  });
});

test.each([
  [{ baseUrl: "ftp://host" }, "baseUrl"],
  [{ baseUrl: "not an address" }, "baseUrl"],
  [{ apiKey: "" }, "apiKey"],
  [{ baseUrl: "https://user:password@host" }, "baseUrl"],
  [{ baseUrl: "https://host/#there" }, "baseUrl"],
  [{ baseUrl: "" }, "baseUrl"],
  [{ apiKey: "two words" }, "apiKey"],
  [{ apiKey: "in\u200bvisible" }, "apiKey"],
  [{ apiKey: " \n" }, "apiKey"],
  [{ headers: { "two words": "a" } }, "headers"],
  [{ headers: { "content-length": "7" } }, "headers"],
  [{ headers: { authorization: "Bearer a" } }, "headers"],
  [{ headers: { "x-a": "one\ntwo" } }, "headers"],
  [{ headers: { "x-a": "" } }, "headers"],
  [{ headers: { "x-a": "狐" } }, "headers"],
  [{ headers: { "x-a": "1", "X-A": "2" } }, "headers"],
  [{ headers: { "x-a": "x".repeat(4_001) } }, "headers"],
  [{ apiKey: "x".repeat(501) }, "apiKey"],
])("the change %j is refused, naming %s", (change, field) => {
  expect(gatewayChangeSchema.safeParse(change).error?.issues[0]?.path).toEqual([field]);
});

test("what is around a key, and around a header's value, is no part of it", () => {
  const change = { apiKey: '\ufeff"Bearer rsk_key"\r\n', headers: { "x-a": " one \n" } };
  expect(gatewayChangeSchema.parse(change)).toEqual({
    apiKey: "rsk_key",
    headers: { "x-a": "one" },
  });
});

/** As it was sealed until November 2026, by a SECRET_KEY of 64 times "a". */
function sealAsBefore(text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", Buffer.from("a".repeat(64), "hex"), nonce);
  cipher.setAAD(Buffer.from("atelier setting gateway key"));
  const ciphertext = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]).toString("base64url")}`;
}
