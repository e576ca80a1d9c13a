import { handle, json } from "#app/api/handle.ts";
import { parseSearch } from "#app/api/search-query.ts";
import { listMonths } from "#lib/library/find/list-months.server.ts";

/** The months in which there are pictures, or favourites with `favorites=true`, by `timeZone`. */
export const GET = handle(async ({ query, services, userId }) => {
  const { timeZone = "UTC", onlyFavorites = false } = parseSearch(query);
  const list = onlyFavorites ? "favorites" : "all";
  const { client } = services.database;
  return json<"GET /api/images/months">({
    months: await listMonths(client, { userId, list, timeZone }),
  });
});
