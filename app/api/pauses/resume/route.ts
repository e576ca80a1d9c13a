import { handle, json } from "#app/api/handle.ts";
import { pauseClearingSchema } from "#lib/contract/pause-view.ts";
import { clearPauses } from "#lib/generation/pause/clear-pauses.server.ts";
import { readJson } from "#lib/platform/http/http.server.ts";

/** "Resume": sends again what waits for a person, who has added credit or mended the key; of one gateway, or of all where none is named. */
export const POST = handle(async ({ request, services, userId }) => {
  const { gatewayId = null } = await readJson(request, pauseClearingSchema);
  const clearing = { by: "resume", gatewayId } as const;
  return json<"POST /api/pauses/resume">({
    pauses: await clearPauses(services.database.client, { userId, clearing }),
  });
});
