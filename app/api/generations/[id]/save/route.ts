import { handle, json, parseId } from "#app/api/handle.ts";
import { saveAgain } from "#lib/generation/save-again.server.ts";

/** "Save again": puts pictures in their place that are paid for, and that the store or their address had refused. */
export const POST = handle<{ id: string }>(async ({ params, services, userId, readSequence }) => {
  const id = parseId(params.id);
  const sequence = await readSequence();
  return json<"POST /api/generations/:id/save">({
    sequence,
    generation: await saveAgain(services.database.client, { userId, id }),
  });
});
