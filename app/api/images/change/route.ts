import { handle, json } from "#app/api/handle.ts";
import { searchOf } from "#app/api/search-query.ts";
import { imagesChangeSchema } from "#lib/contract/library/images-change.ts";
import { changeImages } from "#lib/library/change/change-images.server.ts";
import { readJson } from "#lib/platform/http/http.server.ts";

/** Does one thing to several pictures: those whose ids are given, or the next page of a list. */
export const POST = handle(async ({ request, services, userId, readSequence }) => {
  const change = await readJson(request, imagesChangeSchema);
  const sequence = await readSequence();
  const { client } = services.database;
  return json<"POST /api/images/change">({
    ...(await changeImages(client, { userId, ...change, search: searchOf(change.of) })),
    sequence,
  });
});
