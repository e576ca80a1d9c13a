import { MeshAPIError } from "../failure/mesh-api-error.ts";
import { headerFault } from "./header-fault.ts";
import type { MeshAPIOptions } from "./mesh-api-options.ts";
import { readBaseUrl } from "./read-base-url.ts";
import type { Transport } from "./transport.ts";
import { createUndiciFetch } from "./undici-fetch.ts";

const megabyte = 1_048_576;

const meshapiHost = "api.meshapi.ai";

/** Azure's own hosts take a key by the header `api-key`, and take a bearer for a token of another kind. */
const azureHosts = /\.(openai|cognitiveservices|services\.ai)\.azure\.(com|us)$/;

/** Checks a client's options, and gives what requests are sent with. Throws `invalid_configuration`. */
export function createTransport({
  apiKey,
  baseUrl = `https://${meshapiHost}`,
  query = "",
  headers = {},
  isMeshAPI,
  onNotice = () => {},
  fetch = createUndiciFetch(),
  timeoutMs = 600_000,
  silenceMs = 60_000,
  answerBytesMax = 256 * megabyte,
  eventCharactersMax = 128 * megabyte,
  decodedCharactersMax,
  answerKeptBytesMax = 4 * megabyte,
}: MeshAPIOptions): Transport {
  const key = apiKey.trim();
  if (!/^[\x21-\x7e]*$/.test(key)) {
    throw invalid("apiKey", "An API key has no spaces, line breaks or letters beyond ASCII.");
  }
  const read = readBaseUrl(baseUrl);
  if (!read.ok) throw invalid("baseUrl", read.message);
  const { host } = new URL(read.origin);
  const joined = joinQueries(read.query, query);

  return {
    baseUrl: read.baseUrl,
    query: joined,
    headers: { ...keyHeader(key, read.origin), ...checkHeaders(headers, key !== "") },
    secrets: [key, ...secretsIn(headers), ...secretsInQuery(joined)].filter(Boolean),
    isMeshAPI: isMeshAPI ?? host === meshapiHost,
    onNotice,
    fetch,
    timeoutMs,
    silenceMs,
    answerBytesMax,
    eventCharactersMax,
    decodedCharactersMax: decodedCharactersMax ?? null,
    answerKeptBytesMax,
  };
}

/** The header that carries a key to a server of this origin. */
export function keyHeader(key: string, origin: string): Record<string, string> {
  if (key === "") return {};
  return azureHosts.test(URL.parse(origin)?.hostname ?? "")
    ? { "api-key": key }
    : { authorization: `Bearer ${key}` };
}

function checkHeaders(headers: Record<string, string>, hasKey: boolean): Record<string, string> {
  for (const [name, value] of Object.entries(headers)) {
    const fault = headerFault({ name, value: value.trim(), hasKey });
    if (fault) throw invalid("headers", fault);
  }
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value.trim()]),
  );
}

/** A header may carry a key of its own. A shorter value is a common word, which errors may have. */
function secretsIn(headers: Record<string, string>): string[] {
  return Object.values(headers)
    .map((value) => value.trim())
    .filter((value) => value.length >= 12);
}

/** Names of a query under which keys stand, as `key`, `access_token`, `sig`. */
const secretName = /(^|[_-])(key|apikey|token|secret|sig|signature|code|password|auth)$/i;

/** As they are sent, and as they are meant: an echo may have either. Of a name that says nothing, what is as long as a key. */
function secretsInQuery(query: string): string[] {
  return query.split("&").flatMap((part) => {
    const [name = "", ...rest] = part.split("=");
    const value = rest.join("=");
    const isSecret = secretName.test(name) ? value.length >= 3 : value.length >= 24;
    return isSecret ? [value, new URLSearchParams(part).values().next().value ?? ""] : [];
  });
}

/** The base URL's own, and the one that stands beside it. */
function joinQueries(ofUrl: string, beside: string): string {
  const added = beside.trim().replace(/^\?/, "");
  if (!/^[\x21-\x7e]*$/.test(added) || added.includes("#")) {
    throw invalid(
      "query",
      "The query is as in an address: api-version=2025-04-01, without spaces.",
    );
  }
  return [...new Set([ofUrl, added])].filter(Boolean).join("&");
}

function invalid(parameter: string, message: string): MeshAPIError {
  return new MeshAPIError(message, { sent: "no", code: "invalid_configuration", parameter });
}
