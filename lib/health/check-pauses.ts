import type { PauseView } from "#lib/contract/pause-view.ts";
import { type CheckResult, checkResult } from "#lib/health/check-result.ts";
import { english } from "#messages/english.server.ts";
import { tellReason } from "#messages/tell-reason.ts";

const remedies = {
  unauthorized:
    "Enter a key that the gateway accepts in Settings, then press Resume in the studio.",
  payment_required: "Add credit at the gateway, then press Resume in the studio.",
} as const;

/**
 * What holds the queue up until somebody does something. A gateway that asked to wait is no problem: it passes; and
 * the disk is asked itself.
 */
export function checkPauses(pauses: readonly PauseView[]): CheckResult {
  const degraded = pauses.flatMap(({ code, reason }) =>
    code === "rate_limited" || code === "disk_full"
      ? []
      : [{ code, message: tellReason(reason, english), remedy: remedies[code] }],
  );
  return checkResult({ pauses }, { degraded });
}
