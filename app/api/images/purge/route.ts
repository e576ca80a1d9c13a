import { handle, json } from "#app/api/handle.ts";
import { searchOf } from "#app/api/search-query.ts";
import { imagesPurgeSchema } from "#lib/contract/library/images-change.ts";
import { chooseImages } from "#lib/library/change/choose-images.server.ts";
import { purgeImages } from "#lib/library/change/purge-images.server.ts";
import { readJson } from "#lib/platform/http/http.server.ts";

/** Takes pictures out of the trash for good: those whose ids are given, or the next page of it. */
export const POST = handle(async ({ request, services, userId }) => {
  const { of } = await readJson(request, imagesPurgeSchema);
  const { client } = services.database;
  const { ids, next } = await chooseImages(client, { userId, of, search: searchOf(of) });
  const images = await purgeImages(client, { userId, ids });
  return json<"POST /api/images/purge">({ images, next });
});
