import * as z from "zod";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import type { Env } from "#lib/platform/env.server.ts";
import type { Sealer } from "#lib/settings/seal.server.ts";
import type { SettingSource } from "#lib/settings/settings-view.ts";

const defaultBaseUrl = "https://api.meshapi.ai";
const settingKey = "gateway";

/** What the owner wrote in the screen, as it is stored: the key only sealed. */
const storedGatewaySchema = z.object({
  baseUrl: z.string().nullish(),
  sealedKey: z.string().nullish(),
  stream: z.boolean().nullish(),
});

/** A change of the gateway's settings; null takes a value away, an absent one leaves it. */
export const gatewayChangeSchema = z.strictObject({
  baseUrl: z
    .url({ protocol: /^https?$/, error: "Write the gateway's address as https://host." })
    .nullable()
    .optional(),
  apiKey: z
    .string()
    .trim()
    .min(1, "Paste the key.")
    .max(500, "A key is 500 characters at most.")
    .regex(/^[\x21-\x7e]+$/, "A key has no spaces and no special letters.")
    .nullable()
    .optional(),
  stream: z.boolean().optional(),
});

export type GatewayChange = z.infer<typeof gatewayChangeSchema>;

/** The gateway as it is configured now; without a key the painter serves. */
export interface GatewaySettings {
  baseUrl: string;
  baseUrlSource: SettingSource;
  apiKey: string | null;
  keySource: SettingSource;
  stream: boolean;
}

export interface SettingsContext {
  client: PrismaClient;
  env: Pick<Env, "MESHAPI_API_KEY" | "MESHAPI_BASE_URL">;
  sealer: Sealer;
  userId: string;
}

/** Reads the gateway's settings: the environment first, then the screen's, then the defaults. */
export async function readGatewaySettings(context: SettingsContext): Promise<GatewaySettings> {
  const { env, sealer } = context;
  const stored = await readStored(context);

  const [baseUrl, baseUrlSource] = pick(env.MESHAPI_BASE_URL, stored.baseUrl);
  const [key, keySource] = pick(env.MESHAPI_API_KEY, stored.sealedKey);
  return {
    baseUrl: baseUrl ?? defaultBaseUrl,
    baseUrlSource,
    apiKey: key !== null && keySource === "settings" ? sealer.open(key) : key,
    keySource,
    stream: stored.stream ?? true,
  };
}

/** Stores a change of the gateway's settings. */
export async function changeGatewaySettings(
  context: SettingsContext,
  change: GatewayChange,
): Promise<void> {
  const { client, sealer, userId } = context;
  const value = await readStored(context);
  if (change.baseUrl !== undefined) value.baseUrl = change.baseUrl;
  if (change.stream !== undefined) value.stream = change.stream;
  if (change.apiKey !== undefined) {
    value.sealedKey = change.apiKey === null ? null : sealer.seal(change.apiKey);
  }

  await client.setting.upsert({
    where: { userId_key: { userId, key: settingKey } },
    create: { userId, key: settingKey, value },
    update: { value },
    select: { key: true },
  });
}

async function readStored({ client, userId }: SettingsContext) {
  const row = await client.setting.findUnique({
    where: { userId_key: { userId, key: settingKey } },
    select: { value: true },
  });
  return storedGatewaySchema.parse(row?.value ?? {});
}

function pick(
  fromEnvironment: string | undefined,
  fromSettings: string | null | undefined,
): [string | null, SettingSource] {
  if (fromEnvironment) return [fromEnvironment, "environment"];
  if (fromSettings) return [fromSettings, "settings"];
  return [null, "default"];
}
