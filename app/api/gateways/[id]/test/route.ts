import { tryGateway } from "#app/api/gateways/try-gateway.ts";
import { handle, json, parseId } from "#app/api/handle.ts";
import { gatewayChangeSchema } from "#lib/gateways/gateway-request.ts";
import { readJson } from "#lib/platform/http/http.server.ts";

/** Tries a gateway out as it is with a change, which is not stored. Free. */
export const POST = handle<{ id: string }>(async ({ request, params, services, userId }) => {
  const id = parseId(params.id);
  const change = await readJson(request, gatewayChangeSchema);
  return json<"POST /api/gateways/:id/test">(await tryGateway(services, { userId, id, change }));
});
