import type { Answer, Endpoint } from "#lib/contract/answers.ts";
import type { Words } from "#messages/create-words.ts";

/** An answer that is no success, in the server's own words, which are for people; in none where something else answered. */
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
  /** The one that the address names. */
  id?: string;
  query?: Record<string, string>;
  body?: unknown;
  idempotencyKey?: string;
  signal?: AbortSignal | undefined;
}

/** An endpoint whose address names an id needs one. */
type OptionsOf<Name extends Endpoint> = Name extends `${string}/:id${string}`
  ? [options: RequestOptions & { id: string }]
  : [options?: RequestOptions & { id?: never }];

/**
 * Asks an endpoint of our own server from the browser. The answer is what the contract says; but for production it is
 * held to that. Throws `RequestError` for a refusal, and a TypeError when the server is not reached.
 */
export async function requestJson<Name extends Endpoint>(
  endpoint: Name,
  ...[options = {}]: OptionsOf<Name>
): Promise<Answer<Name>> {
  const { id = "", query = {}, body, idempotencyKey, signal }: RequestOptions = options;
  const [method = "", path = ""] = endpoint.split(" ");
  const address = path.replace(":id", encodeURIComponent(id));
  const search = new URLSearchParams(query).toString();
  const response = await fetch(search ? `${address}?${search}` : address, {
    method,
    headers: {
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(idempotencyKey && { "idempotency-key": idempotencyKey }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  });
  if (!response.ok) throw new RequestError(response.status, await readError(response));

  const answer = await response.json();
  if (process.env.NODE_ENV !== "production") {
    const { checkAnswer } = await import("#components/data/check-contract.ts");
    checkAnswer(endpoint, answer);
  }
  return answer;
}

/** What to tell a person of a request that failed. */
export function describeRequestFailure(error: unknown, t: Words): string {
  if (!(error instanceof RequestError)) return t("data.notReached");
  return error.message === "" ? t("data.strangeAnswer", { status: error.status }) : error.message;
}

async function readError(response: Response): Promise<{ code: string; message: string }> {
  try {
    const answer = await response.json();
    if (typeof answer?.error?.message === "string") return answer.error;
  } catch {
    // Something in between answered, with a page of its own.
  }
  return { code: "unknown", message: "" };
}
