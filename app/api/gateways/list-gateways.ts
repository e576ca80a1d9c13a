import type { GatewayView } from "#lib/contract/gateway-view.ts";
import { toGatewayView } from "#lib/gateways/gateway-view.server.ts";
import { readGateways } from "#lib/gateways/read-gateways.server.ts";
import type { Services } from "#lib/services/services.server.ts";

/** The gateways of the list, as the settings show them. */
export async function listGateways({ gatewaysContext, env }: Services): Promise<GatewayView[]> {
  const gateways = await readGateways(gatewaysContext);
  return gateways
    .filter(({ isDeleted }) => !isDeleted)
    .map((gateway) => toGatewayView(gateway, env));
}
