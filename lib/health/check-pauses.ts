import type { PauseView } from "#lib/generation/pause-view.ts";
import { type CheckResult, checkResult } from "#lib/health/check-result.ts";

const remedies = {
  unauthorized:
    "Enter a key that the gateway accepts in Settings, then press Resume in the studio.",
  payment_required: "Add credit at the gateway, then press Resume in the studio.",
  disk_full: "Free some space under DATA_DIR. The queue goes on by itself then.",
} as const;

/** What holds the queue up until somebody does something. A gateway that asked to wait is no problem: it passes. */
export function checkPauses(pauses: readonly PauseView[]): CheckResult {
  const degraded = pauses.flatMap(({ code, message }) =>
    code === "rate_limited" ? [] : [{ code, message, remedy: remedies[code] }],
  );
  return checkResult({ pauses }, { degraded });
}
