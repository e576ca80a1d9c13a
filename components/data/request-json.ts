/** An answer that is no success, in the server's own words, which are for people. */
export class RequestError extends Error {
  readonly status: number;
  readonly code: string;
  /** The field of the request that is wrong, as a dotted path; null when it is none of them. */
  readonly field: string | null;

  constructor(
    status: number,
    { code, message, field }: { code: string; message: string; field?: string },
  ) {
    super(message);
    this.name = "RequestError";
    this.status = status;
    this.code = code;
    this.field = field ?? null;
  }
}

interface RequestOptions {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  body?: unknown;
  idempotencyKey?: string;
  signal?: AbortSignal;
}

/** Asks our own server from the browser. Throws `RequestError` for its refusals, and a TypeError when it is not reached. */
export async function requestJson<Answer>(
  path: string,
  { method = "GET", body, idempotencyKey, signal }: RequestOptions = {},
): Promise<Answer> {
  const response = await fetch(path, {
    method,
    headers: {
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(idempotencyKey && { "idempotency-key": idempotencyKey }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  });
  if (response.ok) return response.json();

  throw new RequestError(response.status, await readError(response));
}

/** What to tell a person of a request that failed. */
export function describeRequestFailure(error: unknown): string {
  if (error instanceof RequestError) return error.message;
  return "The studio was not reached. Is it running?";
}

async function readError(response: Response): Promise<{ code: string; message: string }> {
  try {
    const answer = await response.json();
    if (typeof answer?.error?.message === "string") return answer.error;
  } catch {
    // Something in between answered, with a page of its own.
  }
  return { code: "unknown", message: `The server answered ${response.status}. Try again.` };
}
