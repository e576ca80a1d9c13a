import type { StoredConnection } from "#lib/gateways/connection/connection.ts";
import type { ConnectionChange } from "#lib/gateways/connection/connection-change.ts";
import { hiddenInQuery, restoreQuerySecrets } from "#lib/gateways/connection/hide-query-secrets.ts";
import {
  askedOrigin,
  type GatewayEnv,
  resolveConnection,
} from "#lib/gateways/connection/resolve-connection.ts";
import { AppError } from "#lib/platform/errors.ts";
import { say } from "#messages/sentence.ts";

type StoredHeaders = StoredConnection["headers"];

/**
 * What would be stored after a change. Throws `invalid_request` where it names another origin and leaves a secret as it
 * is: a key goes nowhere but where it was entered for.
 */
export function applyConnectionChange(
  stored: StoredConnection,
  change: ConnectionChange,
  env: GatewayEnv,
): StoredConnection {
  const moved = {
    ...stored,
    ...(change.baseUrl !== undefined && { baseUrl: restoreBaseUrl(change.baseUrl, stored) }),
    ...(change.stream !== undefined && { stream: change.stream }),
  };
  const origin = askedOrigin(moved, env);
  const next = {
    ...moved,
    apiKey: changeKey(stored.apiKey, { apiKey: change.apiKey, origin }),
    headers: changeHeaders(stored.headers, { headers: change.headers, origin }),
  };

  if (origin !== askedOrigin(stored, env)) demandSecrets({ stored, next, change, env });
  return next;
}

/** Of the query's secrets the screen knows the ends, and sends these back. */
function restoreBaseUrl(baseUrl: string | null, stored: StoredConnection): string | null {
  const restored = baseUrl && restoreQuerySecrets(baseUrl, stored.baseUrl);
  const name = restored && hiddenInQuery(restored);
  if (!name) return restored;
  throw new AppError("invalid_request", say("refusals.queryAgain", { name }), { field: "baseUrl" });
}

interface Moving {
  stored: StoredConnection;
  next: StoredConnection;
  change: ConnectionChange;
  env: GatewayEnv;
}

function demandSecrets({ stored, next, change, env }: Moving): void {
  const { keyProblem, headersProblem } = resolveConnection(next, env);
  if (keyProblem?.kind === "elsewhere" && change.apiKey === undefined) {
    const { origin, source } = keyProblem;
    throw new AppError("invalid_request", say("refusals.keyAgain", { origin, source }), {
      field: "apiKey",
    });
  }

  const left = namesLeft(stored.headers, change.headers);
  const isLeft = headersProblem?.kind === "elsewhere" && headersProblem.source === "settings";
  if (!stored.headers || (left.length === 0 && !isLeft)) return;
  throw new AppError(
    "invalid_request",
    say("refusals.headersAgain", {
      names: left.join(", ") || "none",
      origin: stored.headers.origin,
    }),
    { field: "headers" },
  );
}

/** Those of which a change says nothing. */
function namesLeft(stored: StoredHeaders, headers: ConnectionChange["headers"]): string[] {
  if (headers === null) return [];
  const told = new Set(Object.keys(headers ?? {}).map((name) => name.toLowerCase()));
  return Object.keys(stored?.value ?? {}).filter((name) => !told.has(name.toLowerCase()));
}

function changeKey(
  stored: StoredConnection["apiKey"],
  { apiKey, origin }: { apiKey: ConnectionChange["apiKey"]; origin: string | null },
): StoredConnection["apiKey"] {
  if (apiKey === undefined) return stored;
  if (apiKey === null) return null;
  return { origin: known(origin), value: apiKey, sealed: null };
}

function changeHeaders(
  stored: StoredHeaders,
  { headers, origin }: { headers: ConnectionChange["headers"]; origin: string | null },
): StoredHeaders {
  if (headers === undefined) return stored;
  if (headers === null) return null;

  const told = new Set(Object.keys(headers).map((name) => name.toLowerCase()));
  const kept = stored?.origin === origin ? Object.entries(stored?.value ?? {}) : [];
  const value: Record<string, string> = {};
  for (const [name, text] of kept) if (!told.has(name.toLowerCase())) value[name] = text;
  for (const [name, text] of Object.entries(headers)) if (text !== null) value[name] = text;

  return Object.keys(value).length === 0 ? null : { origin: known(origin), value, sealed: null };
}

/** An address that an earlier version took may be none by now. */
function known(origin: string | null): string {
  if (origin !== null) return origin;
  throw new AppError("invalid_request", say("refusals.addressFirst"), {
    field: "baseUrl",
  });
}
