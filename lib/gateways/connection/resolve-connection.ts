import { defaultBaseUrl } from "#lib/contract/default-base-url.ts";
import type { SecretProblem, SettingSource } from "#lib/contract/gateway-view.ts";
import type { Connection, StoredConnection } from "#lib/gateways/connection/connection.ts";
import { readBaseUrl } from "#lib/meshapi/transport/read-base-url.ts";
import type { Env } from "#lib/platform/env.server.ts";

export type GatewayEnv = Pick<Env, "MESHAPI_API_KEY" | "MESHAPI_BASE_URL" | "MESHAPI_HEADERS">;

/**
 * The settings that hold: the environment's first, then the screen's, then the defaults. A secret is used for the
 * origin it was entered for and for no other; that of the environment belongs to the environment's address, or, where it
 * names none, to the default's. `env` is empty for all gateways but the one that the environment gives.
 */
export function resolveConnection(stored: StoredConnection, env: GatewayEnv): Connection {
  const { baseUrl, source } = pickBaseUrl(stored, env);
  const origin = originOf(baseUrl);
  const givenOrigin = originOf(env.MESHAPI_BASE_URL ?? defaultBaseUrl) ?? "";
  const given = <Value>(value: Value | undefined): Candidate<Value>[] =>
    value === undefined ? [] : [{ value, origin: givenOrigin, source: "environment" }];

  const key = pickSecret([...given(env.MESHAPI_API_KEY), ...entered(stored.apiKey)], origin);
  const headers = pickSecret([...given(env.MESHAPI_HEADERS), ...entered(stored.headers)], origin);
  return {
    baseUrl,
    baseUrlSource: source,
    apiKey: key.value,
    keySource: key.source,
    keyProblem: key.problem,
    headers: headers.value ?? {},
    headersSource: headers.source,
    headersProblem: headers.problem,
    stream: stored.stream,
  };
}

/** The address that holds, as it was entered. */
export function askedBaseUrl(stored: StoredConnection, env: GatewayEnv): string {
  return pickBaseUrl(stored, env).baseUrl;
}

/** Whether the environment says by what address or key a gateway is asked. */
export function isGiven({ MESHAPI_API_KEY, MESHAPI_BASE_URL }: GatewayEnv): boolean {
  return MESHAPI_API_KEY !== undefined || MESHAPI_BASE_URL !== undefined;
}

/** The origin that is asked by these settings; null where the address is none. */
export function askedOrigin(stored: StoredConnection, env: GatewayEnv): string | null {
  return originOf(askedBaseUrl(stored, env));
}

interface Candidate<Value> {
  origin: string;
  /** Null where it is lost. */
  value: Value | null;
  source: SettingSource;
}

interface PickedSecret<Value> {
  value: Value | null;
  source: SettingSource;
  problem: SecretProblem | null;
}

function entered<Value>(
  secret: { origin: string; value: Value | null } | null,
): Candidate<Value>[] {
  return secret ? [{ ...secret, source: "settings" }] : [];
}

function pickSecret<Value>(
  candidates: readonly Candidate<Value>[],
  origin: string | null,
): PickedSecret<Value> {
  const own = candidates.filter((candidate) => candidate.origin === origin);
  const usable = own.find(({ value }) => value !== null);
  if (usable) return { value: usable.value, source: usable.source, problem: null };

  const none = { value: null, source: "default" } as const;
  if (own.length > 0) return { ...none, problem: { kind: "lost" } };

  const [other] = candidates;
  if (!other || origin === null) return { ...none, problem: null };
  return {
    ...none,
    problem: { kind: "elsewhere", origin: other.origin, source: other.source },
  };
}

function pickBaseUrl(
  stored: StoredConnection,
  env: GatewayEnv,
): { baseUrl: string; source: SettingSource } {
  if (env.MESHAPI_BASE_URL) return { baseUrl: env.MESHAPI_BASE_URL, source: "environment" };
  if (stored.baseUrl) return { baseUrl: stored.baseUrl, source: "settings" };
  return { baseUrl: defaultBaseUrl, source: "default" };
}

function originOf(baseUrl: string): string | null {
  const read = readBaseUrl(baseUrl);
  return read.ok ? read.origin : null;
}
