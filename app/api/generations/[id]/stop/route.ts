import { handle, json, parseId } from "#app/api/handle.ts";
import { stopGeneration } from "#lib/generation/stop-generation.server.ts";

/** The first press cancels what was not sent and stops waiting for the rest; a second hangs up. */
export const POST = handle<{ id: string }>(async ({ params, services, userId }) => {
  const id = parseId(params.id);
  const context = { client: services.database.client, reach: services.reach };
  return json({ generation: await stopGeneration(context, { userId, id }) });
});
