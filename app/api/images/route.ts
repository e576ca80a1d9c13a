import { handle, json } from "#app/api/handle.ts";
import { parsePageQuery } from "#app/api/page-query.ts";
import { imagesPageMax, listImages } from "#lib/library/list-images.server.ts";

/** A page of the gallery, newest first; `favorites=true` leaves only those. */
export const GET = handle(async ({ query, services, userId, readSequence }) => {
  const page = parsePageQuery(query, { limitMax: imagesPageMax, limitDefault: imagesPageMax });
  const onlyFavorites = query.get("favorites") === "true";

  const sequence = await readSequence();
  const images = await listImages(services.database.client, { userId, ...page, onlyFavorites });
  return json<"GET /api/images">({ images, sequence });
});
