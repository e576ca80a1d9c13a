import { english } from "#messages/english.server.ts";
import type { Reason } from "#messages/reason.ts";
import { tellReason } from "#messages/tell-reason.ts";

/** Marks our errors across module copies: Next evaluates a module more than once, so `instanceof` lies. */
const brand = Symbol.for("atelier.memory-short-error");

/** There is not enough memory to decode a picture, which is not the picture's fault; `reason` is for people. */
export class MemoryShortError extends Error {
  readonly [brand] = true;

  readonly reason: Reason;

  constructor(reason: Reason, options: { cause?: unknown } = {}) {
    super(tellReason(reason, english), options);
    this.name = "MemoryShortError";
    this.reason = reason;
  }
}

/** Whether this is a `MemoryShortError`, made by any copy of this module. */
export function isMemoryShort(error: unknown): error is MemoryShortError {
  return error instanceof Error && brand in error;
}
