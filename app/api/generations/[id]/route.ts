import { handle, json, parseId } from "#app/api/handle.ts";
import { deleteGeneration } from "#lib/generation/delete-generation.server.ts";
import { getGeneration } from "#lib/generation/list-generations.server.ts";

export const GET = handle<{ id: string }>(async ({ params, services, userId }) => {
  const id = parseId(params.id);
  return json<"GET /api/generations/:id">({
    generation: await getGeneration(services.database.client, { userId, id }),
  });
});

/** Moves it and its pictures to the trash. */
export const DELETE = handle<{ id: string }>(async ({ params, services, userId }) => {
  await deleteGeneration(services.database.client, { userId, id: parseId(params.id) });
  return json<"DELETE /api/generations/:id">({});
});
