import { handle, json } from "#app/api/handle.ts";
import { listQueue } from "#lib/generation/queue/list-queue.server.ts";

/** All that waits and is being made, in order. */
export const GET = handle(async ({ services, userId }) =>
  json<"GET /api/queue">(await listQueue(services.database.client, userId)),
);
