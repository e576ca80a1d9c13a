import * as z from "zod";
import { handle, json } from "#app/api/handle.ts";
import { getSettingsView, settingsContext } from "#app/api/settings/settings-context.ts";
import { clearPauses } from "#lib/generation/pause/clear-pauses.server.ts";
import { readJson } from "#lib/platform/http/http.server.ts";
import { gatewayChangeSchema } from "#lib/settings/gateway-change.ts";
import { changeGatewaySettings } from "#lib/settings/gateway-settings.server.ts";

export const GET = handle(async ({ services, userId }) =>
  json<"GET /api/settings">({ settings: await getSettingsView(services, userId) }),
);

const settingsChangeSchema = z.strictObject({ gateway: gatewayChangeSchema });

/** Changes what is given, leaves what is absent, and takes away what is null. */
export const PUT = handle(async ({ request, services, userId }) => {
  const { gateway } = await readJson(request, settingsChangeSchema);
  await changeGatewaySettings(settingsContext(services, userId), gateway);
  await clearPauses(services.database.client, { userId, clearing: { by: "settings" } });
  return json<"PUT /api/settings">({ settings: await getSettingsView(services, userId) });
});
