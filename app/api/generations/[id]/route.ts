import { handle, json, parseId } from "#app/api/handle.ts";
import { getGeneration } from "#lib/generation/list-generations.server.ts";

export const GET = handle<{ id: string }>(async ({ params, services, userId, readSequence }) => {
  const id = parseId(params.id);
  const sequence = await readSequence();
  return json<"GET /api/generations/:id">({
    sequence,
    generation: await getGeneration(services.database.client, { userId, id }),
  });
});
