import { listGateways } from "#app/api/gateways/list-gateways.ts";
import { handle, json } from "#app/api/handle.ts";
import { orderGateways } from "#lib/gateways/arrange-gateways.server.ts";
import { gatewayOrderSchema } from "#lib/gateways/gateway-request.ts";
import { readJson } from "#lib/platform/http/http.server.ts";

/** Puts the list in an order: the first that can be asked serves a press that names none. */
export const PUT = handle(async ({ request, services }) => {
  const { ids } = await readJson(request, gatewayOrderSchema);
  await orderGateways(services.gatewaysContext, ids);
  return json<"PUT /api/gateways/order">({ gateways: await listGateways(services) });
});
