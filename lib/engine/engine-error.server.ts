import type { EngineErrorCode, RawAnswer } from "#lib/engine/image-engine.ts";
import { english } from "#messages/english.server.ts";
import type { Reason } from "#messages/reason.ts";
import { tellReason } from "#messages/tell-reason.ts";

interface EngineErrorOptions {
  sent: EngineError["sent"];
  charged: EngineError["charged"];
  code: EngineErrorCode;
  retryAfterMs?: number | null;
  requestId?: string | null;
  detail?: string | null;
  field?: string | null;
  mayPass?: boolean;
  mayPassForMs?: number | null;
  answer?: RawAnswer | null;
  cause?: unknown;
}

/** Marks our errors across module copies: Next evaluates a module more than once, so `instanceof` lies. */
const brand = Symbol.for("atelier.engine-error");

/** Whether this is an `EngineError`, made by any copy of this module. */
export function isEngineError(error: unknown): error is EngineError {
  return error instanceof Error && brand in error;
}

/**
 * Why an engine gave no picture, in the terms that decide whether it may be asked again:
 * - `sent: "no"`: it is proven that no byte of the request left.
 * - `sent: "answered"`: the gateway answered, and said so itself.
 * - `sent: "maybe"`: it may have arrived, and may have been charged.
 */
export class EngineError extends Error {
  readonly [brand] = true;
  /** For people. */
  readonly reason: Reason;
  readonly sent: "no" | "maybe" | "answered";
  readonly charged: "no" | "likely" | "yes" | null;
  /** A short word for the kind, as `unauthorized`, `rate_limited`, `refused`, `timeout`, `connection_lost`. */
  readonly code: EngineErrorCode;
  readonly retryAfterMs: number | null;
  readonly requestId: string | null;
  /** The gateway's raw words, for the fold of the error card. */
  readonly detail: string | null;
  /** The parameter that the gateway named as wrong. */
  readonly field: string | null;
  /** Of a picture that could not be fetched: whether its address may answer later. */
  readonly mayPass: boolean;
  /** How long, from its first failure on, that is worth a try by itself; null where nothing is known. */
  readonly mayPassForMs: number | null;
  /** What came, where an answer of 2xx held no picture that was understood. */
  readonly answer: RawAnswer | null;

  constructor(reason: Reason, options: EngineErrorOptions) {
    super(tellReason(reason, english), { cause: options.cause });
    this.name = "EngineError";
    this.reason = reason;
    this.sent = options.sent;
    this.charged = options.charged;
    this.code = options.code;
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.requestId = options.requestId ?? null;
    this.detail = options.detail ?? null;
    this.field = options.field ?? null;
    this.mayPass = options.mayPass ?? false;
    this.mayPassForMs = options.mayPassForMs ?? null;
    this.answer = options.answer ?? null;
  }
}
