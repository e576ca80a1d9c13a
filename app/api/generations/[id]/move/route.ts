import { handle, json, parseId } from "#app/api/handle.ts";
import { moveRequestSchema } from "#lib/contract/queue-view.ts";
import { listQueue } from "#lib/generation/queue/list-queue.server.ts";
import { moveGeneration } from "#lib/generation/queue/move-generation.server.ts";
import { readJson } from "#lib/platform/http/http.server.ts";

/** Gives what waits of it another place in the queue. Asked twice it is the same. */
export const POST = handle<{ id: string }>(async ({ request, params, services, userId }) => {
  const id = parseId(params.id);
  const { after } = await readJson(request, moveRequestSchema);
  const { client } = services.database;
  await moveGeneration(client, { userId, id, after });
  return json<"POST /api/generations/:id/move">(await listQueue(client, userId));
});
