import { tryGateway } from "#app/api/gateways/try-gateway.ts";
import { handle, json } from "#app/api/handle.ts";
import { newGatewaySchema } from "#lib/gateways/gateway-request.ts";
import { readJson } from "#lib/platform/http/http.server.ts";

/** Tries out a gateway that is not in the list yet; nothing is stored. Free. */
export const POST = handle(async ({ request, services, userId }) => {
  const change = await readJson(request, newGatewaySchema);
  return json<"POST /api/gateways/test">(await tryGateway(services, { userId, id: null, change }));
});
