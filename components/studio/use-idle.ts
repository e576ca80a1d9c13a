"use client";

import { useEffect, useState } from "react";

/** How long it may take, where the browser does not say when it has nothing to do. */
const laterMs = 1_000;

/** True once the page has nothing more urgent to do than to load what is seldom used. */
export function useIdle(): boolean {
  const [isIdle, setIsIdle] = useState(false);

  useEffect(() => {
    const become = () => setIsIdle(true);
    if (typeof requestIdleCallback === "function") {
      const id = requestIdleCallback(become);
      return () => cancelIdleCallback(id);
    }
    const timer = setTimeout(become, laterMs);
    return () => clearTimeout(timer);
  }, []);

  return isIdle;
}
