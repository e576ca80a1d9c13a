import { handle, json, parseId } from "#app/api/handle.ts";
import { changeImage, deleteImage, imageChangeSchema } from "#lib/images/change-image.server.ts";
import { getImage } from "#lib/library/get-image.server.ts";
import { readJson } from "#lib/platform/http/http.server.ts";

export const GET = handle<{ id: string }>(async ({ params, services, userId, readSequence }) => {
  const id = parseId(params.id);
  const sequence = await readSequence();
  return json<"GET /api/images/:id">({
    ...(await getImage(services.database.client, { userId, id })),
    sequence,
  });
});

export const PATCH = handle<{ id: string }>(
  async ({ request, params, services, userId, readSequence }) => {
    const id = parseId(params.id);
    const sequence = await readSequence();
    const change = await readJson(request, imageChangeSchema);
    return json<"PATCH /api/images/:id">({
      sequence,
      image: await changeImage(services.database.client, { userId, id }, change),
    });
  },
);

/** Moves it to the trash. */
export const DELETE = handle<{ id: string }>(async ({ params, services, userId, readSequence }) => {
  const id = parseId(params.id);
  const sequence = await readSequence();
  return json<"DELETE /api/images/:id">({
    sequence,
    image: await deleteImage(services.database.client, { userId, id }),
  });
});
