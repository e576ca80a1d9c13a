import { MeshAPIError } from "../failure/mesh-api-error.ts";
import { secretsOf } from "../secret/secrets-of.ts";
import { headerFault } from "./header-fault.ts";
import { createHttpFetch } from "./http-fetch.ts";
import { joinQueries } from "./join-queries.ts";
import type { MeshAPIOptions } from "./mesh-api-options.ts";
import { readBaseUrl } from "./read-base-url.ts";
import type { Transport } from "./transport.ts";

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
  fetch = createHttpFetch(),
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
  const joined = joinQueries(read.query, checkQuery(query));

  return {
    baseUrl: read.baseUrl,
    query: joined,
    headers: { ...keyHeader(key, read.origin), ...checkHeaders(headers, key !== "") },
    secrets: secretsOf({ apiKey, headers, query: joined }),
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

function checkQuery(query: string): string {
  const added = query.trim();
  if (!/^[\x21-\x7e]*$/.test(added) || added.includes("#")) {
    throw invalid(
      "query",
      "The query is as in an address: api-version=2025-04-01, without spaces.",
    );
  }
  return added;
}

function invalid(parameter: string, message: string): MeshAPIError {
  return new MeshAPIError(message, { sent: "no", code: "invalid_configuration", parameter });
}
