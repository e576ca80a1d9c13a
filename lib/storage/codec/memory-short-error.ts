/** Marks our errors across module copies: Next evaluates a module more than once, so `instanceof` lies. */
const brand = Symbol.for("atelier.memory-short-error");

/** There is not enough memory to decode a picture, which is not the picture's fault; `message` is for people. */
export class MemoryShortError extends Error {
  readonly [brand] = true;

  constructor(message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.name = "MemoryShortError";
  }
}

/** Whether this is a `MemoryShortError`, made by any copy of this module. */
export function isMemoryShort(error: unknown): error is MemoryShortError {
  return error instanceof Error && brand in error;
}
