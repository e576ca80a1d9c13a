import { handle, json } from "#app/api/handle.ts";
import { parseSearch } from "#app/api/search-query.ts";
import { listFacets } from "#lib/library/find/list-facets.server.ts";

/** What the pictures that `q` finds could be narrowed to, counted. */
export const GET = handle(async ({ query, services, userId }) =>
  json<"GET /api/images/facets">(
    await listFacets(services.database.client, { userId, ...parseSearch(query) }),
  ),
);
