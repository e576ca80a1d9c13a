import { decodeBody } from "../body/decode-body.ts";
import { errorLimits, readStart } from "../body/read-start.ts";
import { toUtf8 } from "../body/to-utf8.ts";
import { MeshAPIError } from "../failure/mesh-api-error.ts";
import { readFailure } from "../failure/read-failure.ts";
import { readCostHeader } from "../failure/words/read-cost-header.ts";
import { redact } from "../secret/redact.ts";
import type { FetchResponse } from "../transport/fetch.ts";
import type { Transport } from "../transport/transport.ts";
import { startCall } from "./call.ts";
import { isSeeOther } from "./is-see-other.ts";
import type { PaidRequestOptions } from "./request-options.ts";
import { translateFailure } from "./translate-failure.ts";

export interface SendRequestOptions extends PaidRequestOptions {
  method: "GET" | "POST";
  /** Behind the base URL, with its query, as `/models?type=image`. */
  path: string;
  body?: object;
  /** Whether an answer of 4xx or 5xx is given as well, in place of its error. */
  takesRefused?: boolean;
}

/** A 2xx answer, the 303 by which a POST was done, or one that was asked for whatever its status, whose headers are here and whose body is still to be read. It must be closed. */
export interface Answer {
  status: number;
  requestId: string | null;
  /** Of the request. */
  url: string;
  contentType: string | null;
  /** What its headers say that it cost, in US dollars; null where they do not. */
  costUsd: string | null;
  /** Where what was made stands, by the header of that name: an address. */
  location: string | null;
  /** By its content type, whatever was asked for. */
  isEventStream: boolean;
  body: AsyncIterable<Uint8Array>;
  /** Parses JSON that stands in the body. Throws a `SyntaxError`. */
  parseJson(text: string): unknown;
  /** The error that the gateway tells inside this answer. */
  refusal(body: string): MeshAPIError;
  /** A part of the body as it may be told: without the key. */
  redact(text: string): string;
  /** What a failure while reading this answer means. */
  translate(error: unknown): MeshAPIError;
  endInSilence(): void;
  close(): void;
}

/**
 * Sends one request, once: nothing here repeats it. Resolves as soon as the headers of a 2xx answer are here; throws
 * a `MeshAPIError` for every other answer and every failure.
 */
export async function sendRequest(
  transport: Transport,
  { method, path, body, takesRefused = false, idempotencyKey, signal }: SendRequestOptions,
): Promise<Answer> {
  const own = headersOf(transport, { idempotencyKey, hasBody: Boolean(body) });
  const call = startCall({ signal, timeoutMs: transport.timeoutMs });
  const endInSilence = () => call.stop("silence");
  let wasHandedOver = false;

  try {
    call.signal.throwIfAborted();
    wasHandedOver = true;
    const url = addressOf(transport, path);
    const answered = await transport.fetch(url, {
      method,
      headers: own,
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: call.signal,
      redirect: "manual",
    });

    const { status } = answered;
    const { secrets } = transport;
    const headers = withoutSecrets(answered.headers, secrets);
    tellNotices(transport, headers, path);
    const requestId = headers.get("x-request-id");
    const contentType = headers.get("content-type");
    const decoded = decodeBody(answered.body ?? nothing(), headers.get("content-encoding"));
    const bytes = toUtf8(decoded, contentType);
    const refusal = (said: string) => readFailure(said, { status, headers, secrets });
    const location = locationOf(answered, url);
    if (!isDone({ status, method, location }) && !(takesRefused && status >= 400)) {
      const silence = { silenceMs: transport.silenceMs, onSilence: endInSilence };
      throw refusal(await readStart(bytes, { ...errorLimits, ...silence }));
    }

    return {
      status,
      requestId,
      url,
      contentType,
      costUsd: readCostHeader(headers),
      location,
      isEventStream: /^text\/event-stream\b/i.test(contentType ?? ""),
      body: bytes,
      parseJson: JSON.parse,
      refusal,
      redact: (text) => redact(text, secrets),
      translate: (error) =>
        translateFailure(error, { stoppedBy: call.stoppedBy(), wasHandedOver, status, requestId }),
      endInSilence,
      close: call.end,
    };
  } catch (error) {
    call.end();
    throw translateFailure(error, {
      stoppedBy: call.stoppedBy(),
      wasHandedOver,
      status: null,
      requestId: null,
    });
  }
}

/** Whether what was asked for was done: a POST may say where what it made stands. */
function isDone({
  status,
  method,
  location,
}: Pick<Answer, "status" | "location"> & { method: string }) {
  return (status >= 200 && status <= 299) || (method === "POST" && isSeeOther(status, location));
}

/** Headers that are read as numbers and dates, and never told. */
const numericHeader = /retry-after|ratelimit|cost|^date$/i;

/** The headers of an answer as they may be told: some servers repeat the key in them. */
function withoutSecrets(
  headers: FetchResponse["headers"],
  secrets: readonly string[],
): FetchResponse["headers"] {
  return {
    get(name) {
      const value = headers.get(name);
      return value && !numericHeader.test(name) ? redact(value, secrets) : value;
    },
    ...(headers.keys ? { keys: headers.keys.bind(headers) } : {}),
  };
}

function tellNotices(
  { onNotice }: Transport,
  headers: FetchResponse["headers"],
  path: string,
): void {
  for (const header of ["deprecation", "sunset"] as const) {
    const value = headers.get(header);
    if (value) onNotice({ header, value, path });
  }
}

function locationOf({ headers }: FetchResponse, url: string): string | null {
  const found = URL.parse(headers.get("location") ?? headers.get("content-location") ?? "", url);
  return found && /^https?:$/.test(found.protocol) && found.href !== url ? found.href : null;
}

async function* nothing(): AsyncGenerator<Uint8Array, void, void> {}

function addressOf({ baseUrl, query }: Transport, path: string): string {
  if (query === "") return `${baseUrl}${path}`;
  return `${baseUrl}${path}${path.includes("?") ? "&" : "?"}${query}`;
}

/** What MeshAPI takes for a request's id. It ignores another in silence. */
const requestIdPattern = /^[A-Za-z0-9._:-]{1,64}$/;

/** Its versions are dated, and without one it speaks its oldest. */
const meshapiVersion = "2026-08";

function headersOf(
  transport: Transport,
  { idempotencyKey, hasBody }: { idempotencyKey: string | undefined; hasBody: boolean },
): Record<string, string> {
  if (idempotencyKey !== undefined && !/^[\x21-\x7e]{1,255}$/.test(idempotencyKey)) {
    throw new MeshAPIError("An idempotency key is 1 to 255 visible ASCII characters.", {
      sent: "no",
      code: "invalid_parameter",
      parameter: "idempotencyKey",
    });
  }

  return {
    // Some firewalls turn away a request that does not say what it comes from.
    "user-agent": "meshapi-images",
    ...(transport.isMeshAPI ? { "x-mesh-version": meshapiVersion } : {}),
    ...transport.headers,
    accept: "application/json, text/event-stream",
    // Compressed pictures are no smaller, and some proxies forget to say that they compress.
    "accept-encoding": "identity",
    ...(hasBody ? { "content-type": "application/json" } : {}),
    ...(idempotencyKey ? { "idempotency-key": idempotencyKey } : {}),
    ...(idempotencyKey && requestIdPattern.test(idempotencyKey)
      ? { "x-request-id": idempotencyKey }
      : {}),
  };
}
