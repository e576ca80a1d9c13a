import { handle, json, parseId } from "#app/api/handle.ts";
import { restoreBatch } from "#lib/generation/batch/delete-batch.server.ts";

export const POST = handle<{ id: string }>(async ({ params, services, userId }) => {
  const id = parseId(params.id);
  return json<"POST /api/batches/:id/restore">({
    batch: await restoreBatch(services.database.client, { userId, id }),
  });
});
