import { formatCostOfAll } from "#components/image/format-cost.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";

/** What n pictures of a model will cost, for the button: "free", "~$0.16" or "price unknown". */
export function priceLabel({ isFree, pricePerImageMicros }: EngineModel, n: number): string {
  if (isFree || pricePerImageMicros === 0) return "free";
  if (pricePerImageMicros === null) return "price unknown";

  const cost = { actualCostMicros: null, estimatedCostMicros: pricePerImageMicros * n };
  return formatCostOfAll([cost]) ?? "price unknown";
}
