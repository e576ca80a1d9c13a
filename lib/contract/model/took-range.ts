/** How long most of some pictures took: the 10th to the 90th percentile. */
export interface TookRange {
  fromMs: number;
  toMs: number;
  /** Of how many. */
  count: number;
}

/** So many at least tell what is usual, and the last so many do. */
const least = 5;
const most = 20;

/** What is usual by how long pictures took, the newest first; null where too few are known to say so. */
export function tookRangeOf(tookMs: readonly number[]): TookRange | null {
  const last = tookMs.slice(0, most).sort((a, b) => a - b);
  if (last.length < least) return null;

  const at = (share: number) => last[Math.round(share * (last.length - 1))] ?? 0;
  return { fromMs: at(0.1), toMs: at(0.9), count: last.length };
}
