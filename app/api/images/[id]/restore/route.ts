import { handle, json, parseId } from "#app/api/handle.ts";
import { restoreImage } from "#lib/images/change-image.server.ts";

export const POST = handle<{ id: string }>(async ({ params, services, userId, readSequence }) => {
  const id = parseId(params.id);
  const sequence = await readSequence();
  return json<"POST /api/images/:id/restore">({
    sequence,
    image: await restoreImage(services.database.client, { userId, id }),
  });
});
