import type { RemoteGatewayKind } from "#lib/contract/gateway-view.ts";
import { readBaseUrl } from "#lib/meshapi/transport/read-base-url.ts";

const meshapiHost = "api.meshapi.ai";

/** What a gateway's address says of it; `meshapiHosts` are hosts that are MeshAPI under other names. Numbers are no name: Settings shows them. */
export function describeAddress(
  baseUrl: string,
  { meshapiHosts }: { meshapiHosts: readonly string[] },
): { kind: RemoteGatewayKind; name: string } {
  const read = readBaseUrl(baseUrl);
  if (!read.ok) return { kind: "openai", name: baseUrl };

  const { host, hostname } = new URL(read.origin);
  if (host === meshapiHost || meshapiHosts.includes(host)) {
    return { kind: "meshapi", name: "MeshAPI" };
  }
  const isNumbers = hostname === "localhost" || /^\[|^[\d.]+$/.test(hostname);
  return { kind: "openai", name: isNumbers ? "Local gateway" : host };
}
