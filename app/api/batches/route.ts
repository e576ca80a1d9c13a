import { handle, json } from "#app/api/handle.ts";
import { parseIdempotencyKey } from "#app/api/idempotency-key.ts";
import { batchRequestSchema } from "#lib/contract/batch-request.ts";
import { createBatch } from "#lib/generation/batch/create-batch.server.ts";
import { readJson } from "#lib/platform/http/http.server.ts";

/** A press of the button: 202 with the batch; 200 when this key had made it before. */
export const POST = handle(async ({ request, services, userId }) => {
  const idempotencyKey = parseIdempotencyKey(request.headers);
  const body = await readJson(request, batchRequestSchema);

  const { batch, isNew } = await createBatch(
    {
      client: services.database.client,
      gateways: await services.gateways(),
      hitFailpoint: services.hitFailpoint,
    },
    { userId, idempotencyKey, request: body },
  );
  return json<"POST /api/batches">({ batch }, isNew ? 202 : 200);
});
