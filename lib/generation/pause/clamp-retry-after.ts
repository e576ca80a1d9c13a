const retryAfterMinMs = 1_000;
const retryAfterMaxMs = 15 * 60_000;
const retryAfterDefaultMs = 5_000;

/** How long to wait, in milliseconds: a gateway's Retry-After is believed between a second and a quarter of an hour. */
export function clampRetryAfter(retryAfterMs: number | null): number {
  return Math.min(Math.max(retryAfterMs ?? retryAfterDefaultMs, retryAfterMinMs), retryAfterMaxMs);
}
