import { handle, json } from "#app/api/handle.ts";
import { readJson } from "#lib/platform/http/http.server.ts";
import { addDevice, newDeviceSchema } from "#lib/push/devices.server.ts";
import { chooseLanguage } from "#messages/languages.server.ts";

/** Tells a browser from now on when a press has ended; the same one again keeps its id. */
export const POST = handle(async ({ request, services, userId }) => {
  const device = await readJson(request, newDeviceSchema);
  const language = chooseLanguage(request.headers.get("accept-language"));
  const deviceId = await addDevice(services.push.context, { userId, device, language });
  return json<"POST /api/push/devices">({ deviceId }, 201);
});
