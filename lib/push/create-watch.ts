/** Who looks at the studio, by device: what it shows by itself it is not told. */
export interface Watch {
  /** Somebody looks there until the signal aborts. */
  begin(deviceId: string, signal: AbortSignal): void;
  /** Whether somebody looks there now, or did at that time. */
  wasWatching(deviceId: string, at: Date): boolean;
}

/** When somebody stopped looking is of interest for as long as an end may wait to be told. */
const rememberedMs = 60_000;

/** Knows what the streams of this process tell it. */
export function createWatch(): Watch {
  const watching = new Map<string, number>();
  const leftAt = new Map<string, number>();

  function leave(deviceId: string) {
    const left = (watching.get(deviceId) ?? 1) - 1;
    if (left > 0) return void watching.set(deviceId, left);

    watching.delete(deviceId);
    leftAt.set(deviceId, Date.now());
    setTimeout(() => leftAt.delete(deviceId), rememberedMs).unref();
  }

  return {
    begin(deviceId, signal) {
      if (signal.aborted) return;
      watching.set(deviceId, (watching.get(deviceId) ?? 0) + 1);
      signal.addEventListener("abort", () => leave(deviceId), { once: true });
    },
    wasWatching: (deviceId, at) =>
      watching.has(deviceId) || (leftAt.get(deviceId) ?? Number.NEGATIVE_INFINITY) >= at.getTime(),
  };
}
