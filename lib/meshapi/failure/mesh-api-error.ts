import type { FailureKind } from "./kind/failure-kind.ts";
import { judgeFailure } from "./kind/judge-failure.ts";

/**
 * What is known about the request when a call fails, and therefore whether it may have been charged:
 * - `no`: it is proven that nothing was sent;
 * - `answered`: the gateway answered, and the error is what it said;
 * - `maybe`: it may have arrived, and nobody can tell.
 */
export type Sent = "no" | "maybe" | "answered";

/** A 2xx answer in which no picture was understood, as it came, without the key: it was paid for. */
export interface RawAnswer {
  /** As the gateway called it; null when it did not. */
  contentType: string | null;
  bytes: Uint8Array;
  /** Whether these are all of its bytes; else they are its start. */
  isWhole: boolean;
}

export interface MeshAPIErrorOptions {
  sent: Sent;
  code: string;
  status?: number | null;
  requestId?: string | null;
  parameter?: string | null;
  details?: unknown;
  said?: string | null;
  retryAfterSeconds?: number | null;
  answer?: RawAnswer | null;
  isBilled?: boolean;
  /** Whether the client says it, and no gateway. Default: by its code. */
  isOwn?: boolean;
  cause?: unknown;
}

/** Of answers that the client could not read: there is no word of the gateway's in them. */
const ownCodes = new Set([
  "answer_too_large",
  "invalid_answer",
  "unreadable_picture",
  "no_picture",
  "stream_truncated",
  "stream_unreadable",
]);

/** Marks the error across copies of this module: bundlers evaluate modules more than once, so `instanceof` lies. */
const brand = Symbol.for("meshapi.error");

/** The one error of this client. It never holds the API key. */
export class MeshAPIError extends Error {
  readonly [brand] = true;
  readonly sent: Sent;
  /**
   * The gateway's own code, as `rate_limit_exceeded`; `http_502` when it gave none; or one of the client's:
   * `invalid_parameter`, `invalid_configuration`, `unreachable`, `connection_lost`, `timeout`, `aborted`, `answer_too_large`,
   * `invalid_answer`, `unreadable_picture`, `no_picture`, `stream_truncated`,
   * `stream_unreadable`.
   */
  readonly code: string;
  /** The HTTP status; null when there was no answer. A failure told inside a stream has the stream's 200. */
  readonly status: number | null;
  /** What the gateway's support asks for; null when it sent none. */
  readonly requestId: string | null;
  /** The parameter that is wrong, where that is known. */
  readonly parameter: string | null;
  /** All that was said: the parsed JSON, the first 2,000 characters of a page, or the issues with the parameters. */
  readonly details: unknown;
  /** The gateway's own words; null where it gave none, and `message` is ours. */
  readonly said: string | null;
  /** How long the gateway asks to wait, as it said it: zero, or absurdly long, too. */
  readonly retryAfterSeconds: number | null;
  /** What came, of a 2xx answer in which no picture was understood. */
  readonly answer: RawAnswer | null;
  /** Whether it was told beside the failure, as in another event, that it costs. */
  readonly isBilled: boolean;
  /** Whether it is the client's own word of what came, and none of the gateway's. */
  readonly isOwn: boolean;
  /** What the gateway's word is about; null where it is none of the gateway's. */
  readonly kind: FailureKind | null;
  /** Whether it costs, by the gateway's word; null where nobody can tell. */
  readonly charged: "no" | "likely" | null;
  /** Whether it is a refusal after a 2xx of which nothing but its words tells. */
  readonly isByWords: boolean;

  constructor(message: string, options: MeshAPIErrorOptions) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = "MeshAPIError";
    this.sent = options.sent;
    this.code = options.code;
    this.status = options.status ?? null;
    this.requestId = options.requestId ?? null;
    this.parameter = options.parameter ?? null;
    this.details = options.details ?? null;
    this.said = options.said ?? null;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
    this.answer = options.answer ?? null;
    this.isBilled = options.isBilled ?? false;
    this.isOwn = options.isOwn ?? ownCodes.has(options.code);
    const judgement = this.judge();
    this.kind = judgement?.kind ?? null;
    this.isByWords = judgement?.isByWords ?? false;
    const charged = options.sent === "no" ? "no" : (judgement?.charged ?? null);
    this.charged = charged === "no" && this.isBilled ? "likely" : charged;
  }

  private judge() {
    const { sent, status, isOwn } = this;
    if (sent !== "answered" || status === null || isOwn) return null;

    return judgeFailure({ ...this, message: this.message, status });
  }
}

/** Whether this is a `MeshAPIError`, made by any copy of this module. */
export function isMeshAPIError(error: unknown): error is MeshAPIError {
  return error instanceof Error && brand in error;
}
