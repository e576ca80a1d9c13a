import { handle, json } from "#app/api/handle.ts";
import { listOffers } from "#lib/gateways/list-offers.server.ts";

/** What each gateway offers that could be asked now, in the order of the list. */
export const GET = handle(async ({ services, request }) =>
  json<"GET /api/models">({
    offers: await listOffers(await services.gateways(), { signal: request.signal }),
  }),
);
