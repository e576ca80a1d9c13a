import * as z from "zod";
import { handle, json } from "#app/api/handle.ts";
import { parsePageQuery } from "#app/api/page-query.ts";
import { imageListSchema } from "#lib/contract/library/images-change.ts";
import { imagesPageMax, listImages } from "#lib/library/list-images.server.ts";
import { parseRequest } from "#lib/platform/http/http.server.ts";

const listQuery = z.object({ list: imageListSchema.default("images") });

/** A page of the gallery, newest first; `list=favorites` or `list=trash` leaves only those. */
export const GET = handle(async ({ query, services, userId, readSequence }) => {
  const page = parsePageQuery(query, { limitMax: imagesPageMax, limitDefault: imagesPageMax });
  const { list } = parseRequest(listQuery, { list: query.get("list") ?? undefined });

  const sequence = await readSequence();
  const images = await listImages(services.database.client, { userId, ...page, list });
  return json<"GET /api/images">({ images, sequence });
});
