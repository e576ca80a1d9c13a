import { handle, json, parseId } from "#app/api/handle.ts";
import { deleteBatch } from "#lib/generation/batch/delete-batch.server.ts";

/** Moves it, with its generations and their images, to the trash. */
export const DELETE = handle<{ id: string }>(async ({ params, services, userId, readSequence }) => {
  const sequence = await readSequence();
  await deleteBatch(services.database.client, { userId, id: parseId(params.id) });
  return json<"DELETE /api/batches/:id">({ sequence });
});
