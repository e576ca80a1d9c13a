import { requestJson } from "#components/data/request-json.ts";
import type { Answer } from "#lib/contract/answers.ts";

/** Asks the server for a generation, from the browser. The same key is the same generation. Throws as `requestJson`. */
export function requestGeneration(
  body: unknown,
  idempotencyKey: string,
): Promise<Answer<"POST /api/generations">> {
  return requestJson("POST /api/generations", { body, idempotencyKey });
}
