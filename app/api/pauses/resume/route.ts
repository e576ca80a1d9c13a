import { handle, json } from "#app/api/handle.ts";
import { liftPauses } from "#lib/generation/pause/lift-pauses.server.ts";

/** "Continue": sends again what waits for a person, who has added credit or mended the key. */
export const POST = handle(async ({ services, userId }) => {
  const lifting = { by: "resume" } as const;
  return json({ pauses: await liftPauses(services.database.client, { userId, lifting }) });
});
