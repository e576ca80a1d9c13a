import { formatCostOfAll } from "#components/image/format-cost.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";
import type { Words } from "#messages/create-words.ts";

/** What n pictures of a model will cost, for the button: "free", "~$0.16" or "price unknown". */
export function priceLabel(
  { isFree, pricePerImageMicros }: EngineModel,
  { n, t }: { n: number; t: Words },
): string {
  if (isFree || pricePerImageMicros === 0) return t("feed.free");
  if (pricePerImageMicros === null) return t("feed.priceUnknown");

  const cost = { actualCostMicros: null, estimatedCostMicros: pricePerImageMicros * n };
  return formatCostOfAll([cost], t) ?? t("feed.priceUnknown");
}
