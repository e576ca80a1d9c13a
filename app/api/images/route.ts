import { handle, json } from "#app/api/handle.ts";
import { parsePageQuery } from "#app/api/page-query.ts";
import { parseSearch } from "#app/api/search-query.ts";
import { findImages } from "#lib/library/find/find-images.server.ts";
import { imagesPageMax, listImages } from "#lib/library/list-images.server.ts";

/** A page of the gallery, newest first; `favorites=true` leaves only those, `q` what it finds. With `trash=true` a page of the trash. */
export const GET = handle(async ({ query, services, userId, readSequence }) => {
  const page = parsePageQuery(query, { limitMax: imagesPageMax, limitDefault: imagesPageMax });
  const search = parseSearch(query);

  const sequence = await readSequence();
  const { client } = services.database;
  const images =
    query.get("trash") === "true"
      ? await listImages(client, { userId, ...page, list: "trash" })
      : await findImages(client, { userId, ...page, ...search });
  return json<"GET /api/images">({ images, sequence });
});
