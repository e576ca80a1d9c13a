import type { EngineError } from "#lib/engine/engine-error.server.ts";
import { clampRetryAfter } from "#lib/generation/pause/clamp-retry-after.ts";

/** Counts of "When a request may be sent again without asking" (ARCHITECTURE.md). */
const unsentMax = 5;
const refusedMax = 3;

/** What follows for an attempt from an engine's error. */
export type Verdict =
  | { command: "requeue"; counts: "unsentCount" | "refusedCount"; delayMs: number }
  | { command: "fail"; charged: "no" | "likely" | "yes" }
  | { command: "lose" };

/**
 * Decides whether an attempt may be sent again. Only what is proven unsent, or was refused for now, goes back to
 * the queue, a few times; what may have been charged is never repeated without a person's word.
 */
export function verdictOf(
  error: EngineError,
  counts: { unsentCount: number; refusedCount: number },
): Verdict {
  if (error.sent === "maybe") return { command: "lose" };
  if (error.sent === "no") {
    if (counts.unsentCount >= unsentMax) return { command: "fail", charged: "no" };
    return { command: "requeue", counts: "unsentCount", delayMs: 1_000 * 2 ** counts.unsentCount };
  }

  const isForNow = error.code === "rate_limited" && error.charged === "no";
  if (isForNow && counts.refusedCount < refusedMax) {
    return {
      command: "requeue",
      counts: "refusedCount",
      delayMs: clampRetryAfter(error.retryAfterMs),
    };
  }
  return { command: "fail", charged: error.charged ?? "likely" };
}
