import { handle, json } from "#app/api/handle.ts";
import { parseSearch } from "#app/api/search-query.ts";
import { countImages } from "#lib/library/find/count-images.server.ts";

/** How many pictures `q` finds, among the favourites with `favorites=true`. */
export const GET = handle(async ({ query, services, userId }) =>
  json<"GET /api/images/count">(
    await countImages(services.database.client, { userId, ...parseSearch(query) }),
  ),
);
