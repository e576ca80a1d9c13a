export type PictureErrorCode = "unsupported_type" | "too_large" | "too_many_pixels" | "corrupt";

/** Marks our errors across module copies: Next evaluates a module more than once, so `instanceof` lies. */
const brand = Symbol.for("atelier.picture-error");

/** Bytes that are no picture the studio can keep; `message` is for people. The disk is never at fault here. */
export class PictureError extends Error {
  readonly [brand] = true;
  readonly code: PictureErrorCode;

  constructor(code: PictureErrorCode, message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.name = "PictureError";
    this.code = code;
  }
}

/** Whether this is a `PictureError`, made by any copy of this module. */
export function isPictureError(error: unknown): error is PictureError {
  return error instanceof Error && brand in error;
}
