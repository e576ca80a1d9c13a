import { handle, json } from "#app/api/handle.ts";
import { parseIdsQuery, parsePageQuery } from "#app/api/page-query.ts";
import {
  generationsPageDefault,
  generationsPageMax,
  listGenerations,
} from "#lib/generation/list-generations.server.ts";

/** A page of the feed, newest first, and the sequence from which to follow; or, of the feed, what `ids` names. */
export const GET = handle(async ({ query, services, userId }) => {
  const ids = parseIdsQuery(query, generationsPageMax);
  const page = parsePageQuery(query, {
    limitMax: generationsPageMax,
    limitDefault: ids?.length ?? generationsPageDefault,
  });
  return json<"GET /api/generations">(
    await listGenerations(services.database.client, { userId, ids, ...page }),
  );
});
