import type { Reason } from "#messages/reason.ts";

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

/** Marks our errors across module copies: Next evaluates a module more than once, so `instanceof` lies. */
const brand = Symbol.for("atelier.app-error");

/**
 * The one error of the studio. `message` is safe to show to a person and says what to do;
 * what is not goes into `cause`, for the log.
 */
export class AppError extends Error {
  readonly [brand] = true;
  readonly code: ErrorCode;
  /** The field of the request that is wrong, as a dotted path. */
  readonly field: string | undefined;
  /** The message as rows keep it, where it may come into one. */
  readonly reason: Reason | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: { field?: string; cause?: unknown; reason?: Reason } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.field = options.field;
    this.reason = options.reason;
  }
}

/** Whether this is an `AppError`, made by any copy of this module. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && brand in error;
}

/** The HTTP status of an error code. */
export function statusOf(code: ErrorCode): number {
  return statusByCode[code];
}

function keysOf<Key extends string>(record: Record<Key, unknown>): Key[] {
  const keys: Key[] = [];
  for (const key in record) keys.push(key);
  return keys;
}
