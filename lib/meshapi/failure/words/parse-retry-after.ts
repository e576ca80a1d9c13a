import { readDuration } from "./wait-in-words.ts";

/**
 * Reads a `Retry-After` header: seconds, also with their unit as "1m30s", or an HTTP date, which is counted from the answer's own `Date`, so that
 * neither clock has to be right. Null when it is absent or makes no sense. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function parseRetryAfter(
  value: string | null,
  { date, now }: { date: string | null; now: number },
): number | null {
  if (value === null) return null;
  if (/^\s*\d+(\.\d+)?\s*$/.test(value)) return Number(value);
  if (/^\s*(\d+(\.\d+)?\s*(ms|s|secs?|seconds?|m|mins?|minutes?|h|hours?)\s*)+$/i.test(value)) {
    return readDuration(value);
  }

  const at = /[a-z]/i.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) return null;

  const answeredAt = Date.parse(date ?? "");
  return Math.max(0, (at - (Number.isNaN(answeredAt) ? now : answeredAt)) / 1000);
}
