import type { Heard } from "./listen.ts";

/** Codes, in lower case and without dashes, of work that had begun. */
const codesOfWork =
  /^(image)?generation(timeout|timedout|failed|failure|error)$|^downstreamservice(error|unavailable)$|outofmemory|^internal(server|service)?error$/;
const wordsOfWork =
  /\b(out of memory|outofmemory\w*|OOM)\b|\bgeneration (has )?timed? ?out\b|\bdownstream service (error|unavailable|fail)/i;

/**
 * Whether a request that was turned away by its status was so because the work on it broke, as fal tells it by 422 and others by
 * 400: what had begun may be charged.
 */
export function tellsBroken({ codes, heard }: Pick<Heard, "codes" | "heard">): boolean {
  return (
    codes.some((code) => codesOfWork.test(code)) || heard.some((text) => wordsOfWork.test(text))
  );
}
