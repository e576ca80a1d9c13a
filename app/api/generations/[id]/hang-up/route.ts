import { handle, json, parseId } from "#app/api/handle.ts";
import { stopGeneration } from "#lib/generation/stop-generation.server.ts";

/** The second press: what had been asked to stop, and still goes on, is hung up on. It may have been paid for. */
export const POST = handle<{ id: string }>(async ({ params, services, userId }) => {
  const id = parseId(params.id);
  const context = { client: services.database.client, hitFailpoint: services.hitFailpoint };
  return json<"POST /api/generations/:id/hang-up">({
    generation: await stopGeneration(context, { userId, id, hangsUp: true }),
  });
});
