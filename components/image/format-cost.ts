interface Cost {
  actualCostMicros: number | null;
  estimatedCostMicros: number | null;
}

/** "$0.04" as the gateway said, "~$0.04" as its price list says, null when nobody knows. Micros are millionths of a dollar. */
export function formatCost({ actualCostMicros, estimatedCostMicros }: Cost): string | null {
  if (actualCostMicros !== null) return formatMicros(actualCostMicros);
  if (estimatedCostMicros !== null) return `~${formatMicros(estimatedCostMicros)}`;
  return null;
}

/** What several cost together; null when one of them is not known. An estimate among them makes it one. */
export function formatCostOfAll(costs: readonly Cost[]): string | null {
  if (costs.length === 0) return formatMicros(0);

  const known = costs.map((cost) => cost.actualCostMicros ?? cost.estimatedCostMicros);
  if (known.some((micros) => micros === null)) return null;

  const total = known.reduce<number>((sum, micros) => sum + (micros ?? 0), 0);
  const isEstimate = costs.some((cost) => cost.actualCostMicros === null);
  return `${isEstimate && total > 0 ? "~" : ""}${formatMicros(total)}`;
}

/** Cents as usual, and as many digits more as a price below a cent needs to be seen. */
function formatMicros(micros: number): string {
  return new Intl.NumberFormat("en", {
    style: "currency",
    currency: "USD",
    minimumFractionDigits: 2,
    maximumFractionDigits: micros % 10_000 === 0 ? 2 : 4,
  }).format(micros / 1_000_000);
}
