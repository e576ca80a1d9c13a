import { english } from "#messages/english.server.ts";
import type { Reason } from "#messages/reason.ts";
import { tellReason } from "#messages/tell-reason.ts";
export type ImageErrorCode = "unsupported_type" | "too_large" | "too_many_pixels" | "corrupt";

/** Marks our errors across module copies: Next evaluates a module more than once, so `instanceof` lies. */
const brand = Symbol.for("atelier.picture-error");

/** Bytes that are no picture the studio can keep; `reason` is for people. The disk is never at fault here. */
export class ImageError extends Error {
  readonly [brand] = true;
  readonly code: ImageErrorCode;
  readonly reason: Reason;

  constructor(code: ImageErrorCode, reason: Reason, options: { cause?: unknown } = {}) {
    super(tellReason(reason, english), options);
    this.name = "PictureError";
    this.code = code;
    this.reason = reason;
  }
}

/** Whether this is a `PictureError`, made by any copy of this module. */
export function isImageError(error: unknown): error is ImageError {
  return error instanceof Error && brand in error;
}
