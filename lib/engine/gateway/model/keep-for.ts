/**
 * Keeps what `load` gives for `forMs`. Callers that come while it loads share that one load; a failure is told to them
 * and not kept.
 */
export function keepFor<T>(
  load: () => Promise<T>,
  { forMs, now = Date.now }: { forMs: number; now?: () => number },
): () => Promise<T> {
  let kept: { promise: Promise<T>; until: number } | null = null;

  return () => {
    if (kept && now() < kept.until) return kept.promise;

    const promise = load();
    const loading = { promise, until: Number.POSITIVE_INFINITY };
    kept = loading;
    promise.then(
      () => {
        loading.until = now() + forMs;
      },
      () => {
        if (kept === loading) kept = null;
      },
    );
    return promise;
  };
}
