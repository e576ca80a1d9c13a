import { handle, json } from "#app/api/handle.ts";
import { clearPauses } from "#lib/generation/pause/clear-pauses.server.ts";

/** "Continue": sends again what waits for a person, who has added credit or mended the key. */
export const POST = handle(async ({ services, userId }) => {
  const clearing = { by: "resume" } as const;
  return json<"POST /api/pauses/resume">({
    pauses: await clearPauses(services.database.client, { userId, clearing }),
  });
});
