import { formatCost } from "#components/image/format-cost.ts";
import type { AttemptView, GenerationView } from "#lib/contract/generation-view.ts";

/** Whether an attempt was paid for, how much, and who says so; or what it would cost. */
export function describeBilling(attempt: AttemptView, engine: GenerationView["engine"]): string {
  if (engine === "painter") return "Free: the painter costs nothing";
  if (attempt.error?.code === "restored" && attempt.charged === "no")
    return "Not billed by this studio; what was done after the backup is not known here";
  if (attempt.charged === "no") {
    return attempt.settledAt === null ? "Not billed" : "Not billed: the gateway says so";
  }

  const cost = formatCost(attempt);
  const bill = billOf(attempt);
  if (cost === null) return `${bill}; the price is not known`;
  return `${bill} ${cost}, by the gateway's ${attempt.actualCostMicros === null ? "price list" : "word"}`;
}

function billOf({ state, charged }: AttemptView): string {
  if (charged === "yes" || state === "storing") return "Billed";
  if (charged === "likely") return "Probably billed";

  switch (state) {
    case "queued":
    case "claimed":
      return "Would be billed";
    case "sending":
    case "receiving":
      return "May be billed";
    default:
      return "May have been billed";
  }
}
