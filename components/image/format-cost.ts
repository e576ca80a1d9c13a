import type { Words } from "#messages/create-words.ts";

interface Cost {
  actualCostMicros: number | null;
  estimatedCostMicros: number | null;
}

/** "$0.04" as the gateway said, "~$0.04" as its price list says, null when nobody knows. Micros are millionths of a dollar. */
export function formatCost(
  { actualCostMicros, estimatedCostMicros }: Cost,
  t: Words,
): string | null {
  if (actualCostMicros !== null) return formatMicros(actualCostMicros, t);
  if (estimatedCostMicros === null) return null;
  return t("image.estimate", { cost: formatMicros(estimatedCostMicros, t) });
}

/** What several cost together; null when one of them is not known. An estimate among them makes it one. */
export function formatCostOfAll(costs: readonly Cost[], t: Words): string | null {
  if (costs.length === 0) return formatMicros(0, t);

  const known = costs.map((cost) => cost.actualCostMicros ?? cost.estimatedCostMicros);
  if (known.some((micros) => micros === null)) return null;

  const total = known.reduce<number>((sum, micros) => sum + (micros ?? 0), 0);
  const isEstimate = costs.some((cost) => cost.actualCostMicros === null);
  const cost = formatMicros(total, t);
  return isEstimate && total > 0 ? t("image.estimate", { cost }) : cost;
}

/** Cents as usual, and as many digits more as a price below a cent needs to be seen. */
function formatMicros(micros: number, { language }: Words): string {
  return new Intl.NumberFormat(language, {
    style: "currency",
    currency: "USD",
    minimumFractionDigits: 2,
    maximumFractionDigits: micros % 10_000 === 0 ? 2 : 4,
  }).format(micros / 1_000_000);
}
