import { handle, json, parseId } from "#app/api/handle.ts";
import { restoreBatch } from "#lib/generation/batch/delete-batch.server.ts";

export const POST = handle<{ id: string }>(async ({ params, services, userId, readSequence }) => {
  const id = parseId(params.id);
  const sequence = await readSequence();
  return json<"POST /api/batches/:id/restore">({
    sequence,
    batch: await restoreBatch(services.database.client, { userId, id }),
  });
});
