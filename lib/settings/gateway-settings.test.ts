import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import {
  changeGatewaySettings,
  gatewayChangeSchema,
  readGatewaySettings,
  type SettingsContext,
} from "#lib/settings/gateway-settings.server.ts";
import { createSealer } from "#lib/settings/seal.server.ts";

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
      stream: true,
    });
  });

  test("keep what is written, leave what is absent, and take away what is null", async () => {
    const context = await build();
    await changeGatewaySettings(context, { apiKey: key, stream: false });
    await changeGatewaySettings(context, { baseUrl: "https://gateway.example" });
    const written = await readGatewaySettings(context);
    await changeGatewaySettings(context, { apiKey: null });

    expect(written).toMatchObject({
      apiKey: key,
      baseUrl: "https://gateway.example",
      stream: false,
    });
    expect(await readGatewaySettings(context)).toMatchObject({
      apiKey: null,
      baseUrl: "https://gateway.example",
    });
  });

  test("never put the key into the database as it is", async () => {
    const context = await build();
    await changeGatewaySettings(context, { apiKey: key });
    const rows = await context.client.setting.findMany({ select: { value: true } });
    expect(JSON.stringify(rows)).not.toContain(key.slice(4));
  });

  test("are the environment's where it says something", async () => {
    const context = await build({ MESHAPI_API_KEY: "rsk_from_environment" });
    await changeGatewaySettings(context, { apiKey: key });
    expect(await readGatewaySettings(context)).toMatchObject({
      apiKey: "rsk_from_environment",
      keySource: "environment",
    });
  });
});

test.each([
  [{ baseUrl: "ftp://host" }, "baseUrl"],
  [{ baseUrl: "not an address" }, "baseUrl"],
  [{ apiKey: "" }, "apiKey"],
  [{ apiKey: "two words" }, "apiKey"],
  [{ apiKey: "x".repeat(501) }, "apiKey"],
])("the change %j is refused, naming %s", (change, field) => {
  expect(gatewayChangeSchema.safeParse(change).error?.issues[0]?.path).toEqual([field]);
});
