import type { ConnectionView, GatewayView } from "#lib/contract/gateway-view.ts";
import type { Connection } from "#lib/gateways/connection/connection.ts";
import { endOf, hideQuerySecrets } from "#lib/gateways/connection/hide-query-secrets.ts";
import { type GatewayEnv, isGiven } from "#lib/gateways/connection/resolve-connection.ts";
import type { ConfiguredGateway } from "#lib/gateways/gateway.ts";
import { envOf } from "#lib/gateways/read-gateways.server.ts";
import { givenGatewayId } from "#lib/gateways/seeded-gateways.ts";
import { readBaseUrl } from "#lib/meshapi/transport/read-base-url.ts";
import type { Env } from "#lib/platform/env.server.ts";

/** A gateway as the settings show it; of each secret only the last 4 characters. */
export function toGatewayView(
  { isDeleted: _, ...gateway }: ConfiguredGateway,
  env: GatewayEnv & Pick<Env, "ATTEMPTS_IN_FLIGHT">,
): GatewayView {
  const { id, slots, connection } = gateway;
  return {
    ...gateway,
    canBeNamed: connection !== null && id !== givenGatewayId,
    isGiven: isGiven(envOf(id, env)),
    isReady: connection === null || isReady(connection),
    slots: slots ?? env.ATTEMPTS_IN_FLIGHT,
    hasOwnSlots: slots !== null,
    connection: connection && toConnectionView(connection),
  };
}

/** Whether a gateway can be asked by this. An address that an earlier version took may be none by now. */
export function isReady({ apiKey, baseUrl }: Connection): boolean {
  return apiKey !== null && readBaseUrl(baseUrl).ok;
}

function toConnectionView({ apiKey, headers, ...connection }: Connection): ConnectionView {
  const address = readBaseUrl(connection.baseUrl);
  return {
    ...connection,
    baseUrl: hideQuerySecrets(connection.baseUrl),
    endpoint: address.ok ? hideQuerySecrets(address.endpoint) : null,
    keyLast4: apiKey && endOf(apiKey),
    headers: Object.entries(headers).map(([name, value]) => ({ name, last4: endOf(value) })),
  };
}
