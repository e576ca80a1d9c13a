import type { GenerationView } from "#lib/generation/generation-view.ts";
import { requestJson } from "#lib/platform/request-json.ts";

/** Asks the server for a generation, from the browser. The same key is the same generation. Throws as `requestJson`. */
export function requestGeneration(
  body: unknown,
  idempotencyKey: string,
): Promise<{ generation: GenerationView }> {
  return requestJson("/api/generations", { method: "POST", body, idempotencyKey });
}
