import * as z from "zod";
import { defaultBaseUrl } from "#lib/contract/default-base-url.ts";
import { readBaseUrl } from "#lib/meshapi/transport/read-base-url.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import type { Env } from "#lib/platform/env.server.ts";
import { isAppError } from "#lib/platform/errors.ts";
import type { StoredGateway, StoredSecret } from "#lib/settings/gateway.ts";
import type { Sealer } from "#lib/settings/seal.server.ts";

export interface SettingsContext {
  client: PrismaClient;
  env: Pick<Env, "MESHAPI_API_KEY" | "MESHAPI_BASE_URL" | "MESHAPI_HEADERS">;
  sealer: Sealer;
  userId: string;
}

const settingKey = "gateway";

/** What the owner wrote in the screen, as it is stored: secrets only sealed, each with the origin it was entered for. */
const rowSchema = z.object({
  baseUrl: z.string().nullish(),
  sealedKey: z.string().nullish(),
  /** Of a key that was stored before keys had one: absent, until `bindStoredKey` has written it. */
  keyOrigin: z.string().nullish(),
  sealedHeaders: z.string().nullish(),
  headersOrigin: z.string().nullish(),
  stream: z.boolean().nullish(),
});

type GatewayRow = z.infer<typeof rowSchema>;

const headersSchema = z.record(z.string(), z.string());

/** Reads what the owner wrote in the screen. A secret that cannot be opened any more is there, without its value. */
export async function readStoredGateway(context: SettingsContext): Promise<StoredGateway> {
  const row = await readRow(context);

  return {
    baseUrl: row.baseUrl ?? null,
    stream: row.stream ?? true,
    apiKey: open(context, {
      sealed: row.sealedKey,
      origin: row.keyOrigin ?? originOf(row.baseUrl ?? defaultBaseUrl),
      use: "apiKey",
      parse: (text) => text,
    }),
    headers: open(context, {
      sealed: row.sealedHeaders,
      origin: row.headersOrigin ?? "",
      use: "headers",
      parse: (text) => headersSchema.parse(JSON.parse(text)),
    }),
  };
}

/** Writes it. What could not be opened stays as it was sealed: the lost key may be put back. */
export async function writeStoredGateway(
  context: SettingsContext,
  { baseUrl, stream, apiKey, headers }: StoredGateway,
): Promise<void> {
  const value: GatewayRow = {
    baseUrl,
    stream,
    keyOrigin: apiKey?.origin ?? null,
    sealedKey: apiKey && seal(context, { secret: apiKey, use: "apiKey", print: (key) => key }),
    headersOrigin: headers?.origin ?? null,
    sealedHeaders:
      headers && seal(context, { secret: headers, use: "headers", print: JSON.stringify }),
  };

  const { client, userId } = context;
  await client.setting.upsert({
    where: { userId_key: { userId, key: settingKey } },
    create: { userId, key: settingKey, value },
    update: { value },
    select: { key: true },
  });
}

/**
 * Seals a key anew that was stored when keys belonged to no origin: it is that of the address that was asked with it.
 * Once, at the start, before anything may change that address.
 */
export async function bindStoredKey(context: SettingsContext): Promise<void> {
  const row = await readRow(context);
  if (!row.sealedKey || row.keyOrigin) return;

  const stored = await readStoredGateway(context);
  const asked = context.env.MESHAPI_BASE_URL ?? stored.baseUrl ?? defaultBaseUrl;
  const { value = null } = stored.apiKey ?? {};
  const sealed = value === null ? row.sealedKey : null;
  await writeStoredGateway(context, {
    ...stored,
    apiKey: { origin: originOf(asked), value, sealed },
  });
}

async function readRow({ client, userId }: SettingsContext): Promise<GatewayRow> {
  const row = await client.setting.findUnique({
    where: { userId_key: { userId, key: settingKey } },
    select: { value: true },
  });
  return rowSchema.parse(row?.value ?? {});
}

interface OpenOptions<Value> {
  sealed: string | null | undefined;
  origin: string;
  use: SecretUse;
  parse: (text: string) => Value;
}

function open<Value>(
  { sealer, userId }: SettingsContext,
  { sealed, origin, use, parse }: OpenOptions<Value>,
): StoredSecret<Value> | null {
  if (!sealed) return null;

  try {
    const value = parse(sealer.open(sealed, purposeOf({ userId, use, origin })));
    return { origin, sealed, value };
  } catch (error) {
    if (!isAppError(error)) throw error;
    // The studio starts without it, and Settings says that it is lost.
    return { origin, sealed, value: null };
  }
}

interface SealOptions<Value> {
  secret: StoredSecret<Value>;
  use: SecretUse;
  print: (value: Value) => string;
}

function seal<Value>(
  { sealer, userId }: SettingsContext,
  { secret: { origin, value, sealed }, use, print }: SealOptions<Value>,
): string | null {
  if (sealed !== null || value === null) return sealed;
  return sealer.seal(print(value), purposeOf({ userId, use, origin }));
}

type SecretUse = "apiKey" | "headers";

/** The origin is part of it: who can write to the database cannot send the key elsewhere. */
function purposeOf({
  userId,
  use,
  origin,
}: {
  userId: string;
  use: SecretUse;
  origin: string;
}): string {
  return `Setting ${userId} ${settingKey}: ${use} for ${origin}`;
}

/** Also of an address that an earlier version took and this one refuses. */
function originOf(baseUrl: string): string {
  const read = readBaseUrl(baseUrl);
  return read.ok ? read.origin : (URL.parse(baseUrl)?.origin ?? "");
}
