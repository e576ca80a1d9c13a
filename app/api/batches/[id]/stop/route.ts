import { handle, json, parseId } from "#app/api/handle.ts";
import { stopBatch } from "#lib/generation/batch/stop-batch.server.ts";

/** Cancels what was not sent, and stops waiting for the rest. Sent again it is the same press. */
export const POST = handle<{ id: string }>(async ({ params, services, userId, readSequence }) => {
  const id = parseId(params.id);
  const sequence = await readSequence();
  const context = { client: services.database.client, hitFailpoint: services.hitFailpoint };
  return json<"POST /api/batches/:id/stop">({
    sequence,
    batch: await stopBatch(context, { userId, id }),
  });
});
