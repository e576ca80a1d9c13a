import type { ErrorCode } from "#lib/platform/error-codes.ts";
import { english } from "#messages/english.server.ts";
import type { Reason } from "#messages/reason.ts";
import { type Sentence, tellSentence } from "#messages/sentence.ts";

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
  /** What it says, for whoever reads another language; null where the message is English alone. */
  readonly sentence: Sentence | null;
  /** The message as rows keep it, where it may come into one. */
  readonly reason: Reason | undefined;

  constructor(
    code: ErrorCode,
    said: string | Sentence,
    options: { field?: string; cause?: unknown; reason?: Reason } = {},
  ) {
    super(typeof said === "string" ? said : tellSentence(said, english), { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.sentence = typeof said === "string" ? null : said;
    this.field = options.field;
    this.reason = options.reason;
  }
}

/** Whether this is an `AppError`, made by any copy of this module. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && brand in error;
}
