"use client";

import { useEffect, useState, useSyncExternalStore } from "react";

/** A timer counts no further than some weeks. */
const waitMsMax = 24 * 60 * 60_000;

/**
 * The time by `Date.now()`, as it was when something was last due: whoever draws by it is drawn again when the next is, and not each
 * second. `nextAfter` tells when that will be; Infinity: never. 0 on the server, and where the browser draws what the server drew.
 */
export function useMoment(nextAfter: (now: number) => number): number {
  const [now, setNow] = useState(Date.now);
  const isDrawn = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  const next = nextAfter(now);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a timer may come a little early, and is then set once more.
  useEffect(() => {
    if (next === Number.POSITIVE_INFINITY) return;
    const waitMs = Math.min(Math.max(next - Date.now(), 0), waitMsMax);
    const timer = setTimeout(() => setNow(Date.now()), waitMs);
    return () => clearTimeout(timer);
  }, [next, now]);

  return isDrawn ? now : 0;
}

function neverChanges() {
  return () => {};
}
