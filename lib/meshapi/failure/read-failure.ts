import { MeshAPIError } from "./mesh-api-error.ts";
import { describeFailure } from "./words/describe-failure.ts";
import { parseRateReset, parseRetryAfter } from "./words/parse-retry-after.ts";
import { type AnswerHeaders, readCostHeader } from "./words/read-cost-header.ts";
import { waitInWords } from "./words/wait-in-words.ts";

interface Answered {
  /** Of 2xx where the failure was told inside a stream, or in the body of a success. */
  status: number;
  headers: AnswerHeaders;
  /** What must not be repeated. */
  secrets?: readonly string[];
}

/** The one reader of what gateways tell of failures: what it is about, what it costs, in which words, and what is wrong. */
export function readFailure(
  body: string,
  { status, headers, secrets = [] }: Answered,
): MeshAPIError {
  const failure = describeFailure(body, secrets);
  const header = readHeader(headers);
  const milliseconds = Number(headers.get("retry-after-ms") || Number.NaN) / 1000;
  const precise = milliseconds >= 0 ? milliseconds : header;
  const waitTold = status === 429 ? waitInWords(failure.message ?? "") : null;
  // A 503 may be sent again by this header alone, whatever else it says.
  const retryAfterSeconds =
    status === 503
      ? header && precise
      : (precise ??
        failure.retryAfterSeconds ??
        waitTold ??
        (status === 429 ? readReset(headers) : null));

  return new MeshAPIError(
    failure.message ?? `The gateway answered ${status}, and did not say why.`,
    {
      sent: "answered",
      code: failure.code ?? `http_${status}`,
      status,
      requestId: headers.get("x-request-id") ?? failure.requestId,
      parameter: failure.parameter,
      details: failure.details,
      said: failure.message,
      retryAfterSeconds,
      isBilled: readCostHeader(headers) !== null,
      // It may have a code that is one of the client's.
      isOwn: false,
    },
  );
}

function readHeader(headers: Answered["headers"]): number | null {
  const date = headers.get("date");
  return parseRetryAfter(headers.get("retry-after"), { date, now: Date.now() });
}

/** Where others than `Retry-After` say when the rate begins anew. */
const resetHeaders = [
  "ratelimit-reset",
  "x-ratelimit-reset-after",
  "x-ratelimit-reset",
  "x-ratelimit-reset-requests",
  "ratelimit",
];

function readReset(headers: Answered["headers"]): number | null {
  const date = headers.get("date");
  for (const name of resetHeaders) {
    const seconds = parseRateReset(headers.get(name), { date, now: Date.now() });
    if (seconds !== null) return seconds;
  }
  return null;
}
