/** Every way in which the studio refuses or fails, with the HTTP status that says so. */
const statusByCode = {
  invalid_request: 422,
  invalid_json: 400,
  unsupported_media_type: 415,
  body_too_large: 413,
  forbidden_host: 403,
  forbidden_origin: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  idempotency_key_reused: 422,
  too_many_streams: 429,
  engine_unavailable: 502,
  storage_unavailable: 503,
  unavailable: 503,
  internal: 500,
} as const;

export type ErrorCode = keyof typeof statusByCode;

/** All of them. */
export const errorCodes = keysOf(statusByCode);

/** The HTTP status of an error code. */
export function statusOf(code: ErrorCode): number {
  return statusByCode[code];
}

function keysOf<Key extends string>(record: Record<Key, unknown>): Key[] {
  const keys: Key[] = [];
  for (const key in record) keys.push(key);
  return keys;
}
