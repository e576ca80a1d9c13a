import type { MeshAPIError } from "#lib/meshapi/failure/mesh-api-error.ts";
import { readFailure } from "#lib/meshapi/failure/read-failure.ts";

/** An error as a gateway tells it. */
export type Told = [status: number, body: unknown, headers?: Record<string, string>];

/** What is made of it. */
export function read([status, body, headers]: Told): MeshAPIError {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return readFailure(text, { status, headers: new Headers(headers) });
}

/** With its own text for the title of its test. */
export function titled(told: Told): readonly [string, Told] {
  return [JSON.stringify(told).slice(0, 160), told];
}

/** OpenAI's shape. */
export function says(message: string, others: object = {}): object {
  return { error: { message, ...others } };
}
