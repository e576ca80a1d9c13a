export interface Summary {
  count: number;
  p50: number;
  p95: number;
  min: number;
  max: number;
}

/** Percentiles by nearest rank: each is a value that was measured. Of no values it is all `NaN`. */
export function summarize(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;

  return { count: sorted.length, p50: at(0.5), p95: at(0.95), min: at(0), max: at(1) };
}
