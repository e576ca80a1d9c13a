import { listGateways } from "#app/api/gateways/list-gateways.ts";
import { handle, json, parseId } from "#app/api/handle.ts";
import { removeGateway } from "#lib/gateways/arrange-gateways.server.ts";
import { changeGateway } from "#lib/gateways/change-gateway.server.ts";
import { gatewayChangeSchema } from "#lib/gateways/gateway-request.ts";
import { clearPauses } from "#lib/generation/pause/clear-pauses.server.ts";
import { readJson } from "#lib/platform/http/http.server.ts";

/** Changes what is given, leaves what is absent, and takes away what is null. What waited for a person there goes on. */
export const PATCH = handle<{ id: string }>(async ({ request, params, services, userId }) => {
  const id = parseId(params.id);
  const change = await readJson(request, gatewayChangeSchema);
  await changeGateway(services.gatewaysContext, { id, change });
  const clearing = { by: "settings", gatewayId: id } as const;
  await clearPauses(services.database.client, { userId, clearing });
  return json<"PATCH /api/gateways/:id">({ gateways: await listGateways(services) });
});

/** Takes it from the list, with its secrets. What waits for it ends, free. */
export const DELETE = handle<{ id: string }>(async ({ params, services, userId }) => {
  const id = parseId(params.id);
  await removeGateway(services.gatewaysContext, id);
  // Another may be asked by the same key, and wait.
  const keyIds = (await services.gateways()).flatMap(({ engine }) => engine?.keyId ?? []);
  const clearing = { by: "start", keyIds } as const;
  await clearPauses(services.database.client, { userId, clearing });
  return json<"DELETE /api/gateways/:id">({ gateways: await listGateways(services) });
});
