import { listGateways } from "#app/api/gateways/list-gateways.ts";
import { handle, json } from "#app/api/handle.ts";
import { addGateway } from "#lib/gateways/change-gateway.server.ts";
import { newGatewaySchema } from "#lib/gateways/gateway-request.ts";
import { readJson } from "#lib/platform/http/http.server.ts";

export const GET = handle(async ({ services }) =>
  json<"GET /api/gateways">({ gateways: await listGateways(services) }),
);

/** Adds one, behind the others that are asked over a network. */
export const POST = handle(async ({ request, services }) => {
  await addGateway(services.gatewaysContext, await readJson(request, newGatewaySchema));
  return json<"POST /api/gateways">({ gateways: await listGateways(services) }, 201);
});
