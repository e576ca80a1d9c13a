import { handle, json, parseId } from "#app/api/handle.ts";
import { removeDevice } from "#lib/push/devices.server.ts";

/** Tells it nothing more. */
export const DELETE = handle<{ id: string }>(async ({ params, services, userId }) => {
  await removeDevice(services.push.context, { userId, id: parseId(params.id) });
  return json<"DELETE /api/push/devices/:id">({});
});
