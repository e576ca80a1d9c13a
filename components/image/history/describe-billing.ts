import { formatCost } from "#components/image/format-cost.ts";
import type { Words } from "#components/words/create-words.ts";
import type { AttemptView, GenerationView } from "#lib/contract/generation-view.ts";

interface BillingContext {
  engine: GenerationView["engine"];
  t: Words;
}

/** Whether an attempt was paid for, how much, and who says so; or what it would cost. */
export function describeBilling(attempt: AttemptView, { engine, t }: BillingContext): string {
  if (engine === "painter") return t("history.free");
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
