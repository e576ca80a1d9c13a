export interface ErrorBodyOptions {
  code: string;
  message: string;
  details?: unknown;
}

/** MeshAPI's error, as JSON; the request id is put in when it is sent. */
export function errorBody({ code, message, details }: ErrorBodyOptions): string {
  return JSON.stringify({ error: { code, message, ...(details ? { details } : {}) } });
}
