import { handle, json, parseId } from "#app/api/handle.ts";
import { getLineage } from "#lib/library/get-lineage.server.ts";

/** What a picture came from, what came with it, and what was made of it. */
export const GET = handle<{ id: string }>(async ({ params, services, userId, readSequence }) => {
  const id = parseId(params.id);
  const sequence = await readSequence();
  return json<"GET /api/images/:id/lineage">({
    ...(await getLineage(services.database.client, { userId, id })),
    sequence,
  });
});
