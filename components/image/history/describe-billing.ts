import { formatCost } from "#components/image/format-cost.ts";
import type { GatewayRef } from "#lib/contract/gateway-view.ts";
import type { AttemptView } from "#lib/contract/generation-view.ts";
import type { Words } from "#messages/create-words.ts";

interface BillingContext {
  gateway: GatewayRef;
  t: Words;
}

/** Whether an attempt was paid for, how much, and who says so; or what it would cost. */
export function describeBilling(attempt: AttemptView, { gateway, t }: BillingContext): string {
  if (!gateway.paid) return t("history.free");
  if (attempt.charged === "no") {
    if (attempt.error?.code === "restored") return t("history.restoredBill");
    return t(attempt.settledAt === null ? "history.notBilled" : "history.notBilledSaid");
  }

  const cost = formatCost(attempt, t);
  const isSaid = attempt.actualCostMicros !== null;
  const source = cost === null ? "none" : isSaid ? "gateway" : "list";
  return t("history.bill", { bill: billOf(attempt), source, cost: cost ?? "" });
}

function billOf({ state, charged }: AttemptView): string {
  if (charged === "yes" || state === "storing") return "billed";
  if (charged === "likely") return "likely";

  switch (state) {
    case "queued":
    case "claimed":
      return "would";
    case "sending":
    case "receiving":
      return "now";
    default:
      return "maybe";
  }
}
