import { readHttpDate } from "./read-http-date.ts";
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

  const at = readHttpDate(value);
  return at === null ? null : Math.max(0, at - (readHttpDate(date) ?? now)) / 1000;
}

/** From here on a number is no count of seconds, but a time, in seconds or in milliseconds since 1970. */
const secondsSince1970 = 1e9;
const millisecondsSince1970 = 1e12;

/**
 * Reads a header that says when a rate begins anew: seconds from now, with or without their unit, a time as a number, or the
 * structured `RateLimit` with `reset=` or `t=`. Null when it is absent or makes no sense.
 */
export function parseRateReset(
  value: string | null,
  { date, now }: { date: string | null; now: number },
): number | null {
  const [, within] = /\b(?:reset|t)=(\d+)/.exec(value ?? "") ?? [];
  const text = within ?? value;
  const number = text !== null && /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) : null;
  if (number === null || number < secondsSince1970) return parseRetryAfter(text, { date, now });

  const from = readHttpDate(date) ?? now;
  return Math.max(0, (number < millisecondsSince1970 ? number * 1_000 : number) - from) / 1_000;
}
