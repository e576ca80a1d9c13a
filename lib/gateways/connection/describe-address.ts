import type { RemoteGatewayKind } from "#lib/contract/gateway-view.ts";
import { readBaseUrl } from "#lib/meshapi/transport/read-base-url.ts";

const meshapiHost = "api.meshapi.ai";

/** What a gateway's address says of it; `meshapiHosts` are hosts that are MeshAPI under other names. */
export function describeAddress(
  baseUrl: string,
  { meshapiHosts }: { meshapiHosts: readonly string[] },
): { kind: RemoteGatewayKind; name: string } {
  const read = readBaseUrl(baseUrl);
  const host = read.ok ? new URL(read.origin).host : "";
  const isMeshAPI = host === meshapiHost || meshapiHosts.includes(host);
  return {
    kind: isMeshAPI ? "meshapi" : "openai",
    name: host === meshapiHost ? "MeshAPI" : host || baseUrl,
  };
}
