import * as z from "zod";
import type { StoredConnection, StoredSecret } from "#lib/gateways/connection/connection.ts";
import { isAppError } from "#lib/platform/errors.ts";
import type { Sealer } from "#lib/settings/seal.server.ts";

/** The columns of a gateway's row that hold its connection: secrets only sealed, each with the origin it was entered for. */
export const connectionSelect = {
  id: true,
  baseUrl: true,
  sealedKey: true,
  keyOrigin: true,
  sealedHeaders: true,
  headersOrigin: true,
  streams: true,
} as const;

export interface ConnectionRow {
  id: string;
  baseUrl: string | null;
  sealedKey: string | null;
  keyOrigin: string | null;
  sealedHeaders: string | null;
  headersOrigin: string | null;
  streams: boolean;
}

const headersSchema = z.record(z.string(), z.string());

/** Opens what a row holds. A secret that cannot be opened any more is there, without its value. */
export function openConnection(sealer: Sealer, row: ConnectionRow): StoredConnection {
  return {
    baseUrl: row.baseUrl,
    stream: row.streams,
    apiKey: open(sealer, {
      sealed: row.sealedKey,
      origin: row.keyOrigin,
      seal: { id: row.id, use: "apiKey" },
      parse: (text) => text,
    }),
    headers: open(sealer, {
      sealed: row.sealedHeaders,
      origin: row.headersOrigin,
      seal: { id: row.id, use: "headers" },
      parse: (text) => headersSchema.parse(JSON.parse(text)),
    }),
  };
}

/** The columns for it. What could not be opened stays as it was sealed: the lost key may be put back. */
export function sealConnection(
  sealer: Sealer,
  { id, connection }: { id: string; connection: StoredConnection },
): Omit<ConnectionRow, "id"> {
  const { baseUrl, stream, apiKey, headers } = connection;
  return {
    baseUrl,
    streams: stream,
    keyOrigin: apiKey?.origin ?? null,
    sealedKey:
      apiKey && seal(sealer, { secret: apiKey, seal: { id, use: "apiKey" }, print: (key) => key }),
    headersOrigin: headers?.origin ?? null,
    sealedHeaders:
      headers &&
      seal(sealer, { secret: headers, seal: { id, use: "headers" }, print: JSON.stringify }),
  };
}

/** Whose secret it is, and what for. */
interface Seal {
  id: string;
  use: "apiKey" | "headers";
}

interface OpenOptions<Value> {
  sealed: string | null;
  origin: string | null;
  seal: Seal;
  parse: (text: string) => Value;
}

function open<Value>(
  sealer: Sealer,
  { sealed, origin, seal, parse }: OpenOptions<Value>,
): StoredSecret<Value> | null {
  if (sealed === null || origin === null) return null;

  try {
    return { origin, sealed, value: parse(sealer.open(sealed, purposeOf(seal, origin))) };
  } catch (error) {
    if (!isAppError(error)) throw error;
    // The studio starts without it, and Settings says that it is lost.
    return { origin, sealed, value: null };
  }
}

interface SealOptions<Value> {
  secret: StoredSecret<Value>;
  seal: Seal;
  print: (value: Value) => string;
}

function seal<Value>(
  sealer: Sealer,
  { secret: { origin, value, sealed }, seal: owner, print }: SealOptions<Value>,
): string | null {
  if (sealed !== null || value === null) return sealed;
  return sealer.seal(print(value), purposeOf(owner, origin));
}

/** The origin is part of it: who can write to the database cannot send the key elsewhere. */
function purposeOf({ id, use }: Seal, origin: string): string {
  return `Gateway ${id}: ${use} for ${origin}`;
}
