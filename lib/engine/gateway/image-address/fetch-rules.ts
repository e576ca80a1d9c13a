import type { FetchImageOptions } from "#lib/engine/gateway/image-address/fetch-image.server.ts";
import { secretsOf } from "#lib/meshapi/secret/secrets-of.ts";
import { keyHeader } from "#lib/meshapi/transport/create-transport.ts";
import { joinQueries } from "#lib/meshapi/transport/join-queries.ts";
import { readBaseUrl } from "#lib/meshapi/transport/read-base-url.ts";

interface Connection {
  apiKey: string;
  baseUrl: string;
  query?: string;
  headers?: Record<string, string>;
}

/** What a gateway is asked with for a picture that stands on its own origin, and what must not be repeated of the answer. */
export function fetchRulesOf({
  apiKey,
  baseUrl,
  query: beside = "",
  headers = {},
}: Connection): Pick<FetchImageOptions, "gatewayOrigin" | "credentials" | "query" | "secrets"> {
  const read = readBaseUrl(baseUrl);
  const gatewayOrigin = read.ok ? read.origin : "";
  const query = joinQueries(read.ok ? read.query : "", beside);

  return {
    gatewayOrigin,
    credentials: { ...headers, ...keyHeader(apiKey, gatewayOrigin) },
    query,
    secrets: secretsOf({ apiKey, headers, query }),
  };
}
