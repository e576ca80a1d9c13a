import { handle, json } from "#app/api/handle.ts";
import { parseIdempotencyKey } from "#app/api/idempotency-key.ts";
import { parsePageQuery } from "#app/api/page-query.ts";
import { generationRequestSchema } from "#lib/contract/generation-request.ts";
import { createGeneration } from "#lib/generation/create-generation.server.ts";
import {
  generationsPageDefault,
  generationsPageMax,
  listGenerations,
} from "#lib/generation/list-generations.server.ts";
import { readJson } from "#lib/platform/http/http.server.ts";

/** A press of the button: 202 with the generation; 200 when this key had made it before. */
export const POST = handle(async ({ request, services, userId }) => {
  const idempotencyKey = parseIdempotencyKey(request.headers);
  const body = await readJson(request, generationRequestSchema);

  const { generation, isNew } = await createGeneration(
    {
      client: services.database.client,
      engine: await services.engine(),
      hitFailpoint: services.hitFailpoint,
    },
    { userId, idempotencyKey, request: body },
  );
  return json<"POST /api/generations">({ generation }, isNew ? 202 : 200);
});

/** A page of the feed, newest first, and the sequence from which to follow. */
export const GET = handle(async ({ query, services, userId }) => {
  const page = parsePageQuery(query, {
    limitMax: generationsPageMax,
    limitDefault: generationsPageDefault,
  });
  return json<"GET /api/generations">(
    await listGenerations(services.database.client, { userId, ...page }),
  );
});
