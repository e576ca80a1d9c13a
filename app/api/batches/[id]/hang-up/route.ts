import { handle, json, parseId } from "#app/api/handle.ts";
import { stopBatch } from "#lib/generation/batch/stop-batch.server.ts";

/** The second press: what had been asked to stop, and still goes on, is hung up on. It may have been paid for. */
export const POST = handle<{ id: string }>(async ({ params, services, userId, readSequence }) => {
  const id = parseId(params.id);
  const sequence = await readSequence();
  const context = { client: services.database.client, hitFailpoint: services.hitFailpoint };
  return json<"POST /api/batches/:id/hang-up">({
    sequence,
    batch: await stopBatch(context, { userId, id, hangsUp: true }),
  });
});
