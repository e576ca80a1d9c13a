import { handle, json, parseId } from "#app/api/handle.ts";
import { getGeneration } from "#lib/generation/list-generations.server.ts";

export const GET = handle<{ id: string }>(async ({ params, services, userId }) => {
  const id = parseId(params.id);
  return json<"GET /api/generations/:id">({
    generation: await getGeneration(services.database.client, { userId, id }),
  });
});
