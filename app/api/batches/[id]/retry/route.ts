import { handle, json, parseId } from "#app/api/handle.ts";
import { parseIdempotencyKey } from "#app/api/idempotency-key.ts";
import { retryBatch, retryRequestSchema } from "#lib/generation/batch/retry-batch.server.ts";
import { readJson } from "#lib/platform/http/http.server.ts";

/**
 * Repeats attempts that ended without a picture. The key is asked for as at every press that may cost money; what
 * makes a double press one purchase is that an attempt can be repeated once only.
 */
export const POST = handle<{ id: string }>(
  async ({ request, params, services, userId, readSequence }) => {
    const id = parseId(params.id);
    const sequence = await readSequence();
    parseIdempotencyKey(request.headers);
    const { attempts } = await readJson(request, retryRequestSchema);

    const context = { client: services.database.client, hitFailpoint: services.hitFailpoint };
    return json<"POST /api/batches/:id/retry">({
      sequence,
      batch: await retryBatch(context, { userId, id, attempts }),
    });
  },
);
