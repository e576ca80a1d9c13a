import { requestJson } from "#components/data/request-json.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";

/** Asks the server for a generation, from the browser. The same key is the same generation. Throws as `requestJson`. */
export function requestGeneration(
  body: unknown,
  idempotencyKey: string,
): Promise<{ generation: GenerationView }> {
  return requestJson("/api/generations", { method: "POST", body, idempotencyKey });
}
