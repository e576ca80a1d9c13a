import { handle, json } from "#app/api/handle.ts";
import { listOffers } from "#lib/gateways/list-offers.server.ts";

/** One that hangs keeps nobody from the others' models. */
const listMs = 5_000;

/** What each gateway offers that could be asked now, in the order of the list. */
export const GET = handle(async ({ services, request }) =>
  json<"GET /api/models">({
    offers: await listOffers(await services.gateways(), {
      signal: AbortSignal.any([request.signal, AbortSignal.timeout(listMs)]),
    }),
  }),
);
