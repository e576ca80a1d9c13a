import { RequestError, requestJson } from "#components/data/request-json.ts";
import type { GenerationRequest } from "#lib/contract/batch-request.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";

/**
 * Asks the server for a press of one generation, from the browser. The same key is the same press. Throws as `requestJson`; the field
 * of a refusal is one of the generation's own.
 */
export async function requestSingle(
  request: GenerationRequest,
  { key: idempotencyKey, signal }: { key: string; signal: AbortSignal },
): Promise<{ generation: GenerationView }> {
  const body = { kind: "single", requests: [request] };
  const { batch } = await requestJson("POST /api/batches", { body, idempotencyKey, signal }).catch(
    restate,
  );
  const [generation] = batch.generations;
  if (!generation) throw new TypeError("a press was answered without its generation");

  return { generation };
}

function restate(error: unknown): never {
  if (!(error instanceof RequestError) || error.field === null) throw error;

  const { status, code, message, field } = error;
  throw new RequestError(status, { code, message, field: field.replace(/^requests\.0\./, "") });
}
