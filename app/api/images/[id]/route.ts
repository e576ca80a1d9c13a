import { handle, json, parseId } from "#app/api/handle.ts";
import { changeImage, deleteImage, imageChangeSchema } from "#lib/images/change-image.server.ts";
import { getImage } from "#lib/library/get-image.server.ts";
import { readJson } from "#lib/platform/http/http.server.ts";

export const GET = handle<{ id: string }>(async ({ params, services, userId }) => {
  const id = parseId(params.id);
  return json<"GET /api/images/:id">(await getImage(services.database.client, { userId, id }));
});

export const PATCH = handle<{ id: string }>(async ({ request, params, services, userId }) => {
  const id = parseId(params.id);
  const change = await readJson(request, imageChangeSchema);
  return json<"PATCH /api/images/:id">({
    image: await changeImage(services.database.client, { userId, id }, change),
  });
});

/** Moves it to the trash. */
export const DELETE = handle<{ id: string }>(async ({ params, services, userId }) => {
  const id = parseId(params.id);
  return json<"DELETE /api/images/:id">({
    image: await deleteImage(services.database.client, { userId, id }),
  });
});
