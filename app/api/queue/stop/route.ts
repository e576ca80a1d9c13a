import { handle, json } from "#app/api/handle.ts";
import { listQueue } from "#lib/generation/queue/list-queue.server.ts";
import { stopQueue } from "#lib/generation/queue/stop-queue.server.ts";

/** Stops all that waits and is being made, as Stop does. Sent again it stops what was pressed since. */
export const POST = handle(async ({ services, userId }) => {
  const { client } = services.database;
  const stopped = await stopQueue({ client, hitFailpoint: services.hitFailpoint }, userId);
  return json<"POST /api/queue/stop">({ ...(await listQueue(client, userId)), ...stopped });
});
