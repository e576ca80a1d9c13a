import { handle, json, parseId } from "#app/api/handle.ts";
import { restoreGeneration } from "#lib/generation/delete-generation.server.ts";

export const POST = handle<{ id: string }>(async ({ params, services, userId }) => {
  const id = parseId(params.id);
  return json<"POST /api/generations/:id/restore">({
    generation: await restoreGeneration(services.database.client, { userId, id }),
  });
});
