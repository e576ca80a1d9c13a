import type { PauseView } from "#lib/contract/pause-view.ts";
import type { EngineError } from "#lib/engine/engine-error.server.ts";
import { clampRetryAfter } from "#lib/generation/pause/clamp-retry-after.ts";

/** Why nothing more is sent, and for how long: null, until somebody has done something about it. */
export interface Pause extends Pick<PauseView, "code" | "reason"> {
  delayMs: number | null;
}

/**
 * What a gateway's refusal says about the key: that it has to wait, is wrong, or has no money left. Null where it is
 * about the request alone. The next request by that key would be refused in the same way, whether this one has cost or not.
 */
export function pauseFor({ sent, code, reason, retryAfterMs }: EngineError): Pause | null {
  if (sent === "no") return null;

  switch (code) {
    case "rate_limited":
      return { code, reason, delayMs: clampRetryAfter(retryAfterMs) };
    case "unauthorized":
    case "payment_required":
      return { code, reason, delayMs: null };
    default:
      return null;
  }
}
