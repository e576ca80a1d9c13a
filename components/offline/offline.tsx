"use client";

import { useEffect } from "react";
import { loadPatiently } from "#components/data/load-patiently.ts";
import { useRecordStore } from "#components/data/select/use-records.ts";

/** Sees to it that the studio opens without its server. Its code comes when the page has nothing else to do. */
export function Offline() {
  const store = useRecordStore();

  useEffect(() => {
    const begin = async () => {
      const { keepOffline } = await loadPatiently(
        () => import("#components/offline/keep-offline.ts"),
      );
      await keepOffline(store);
    };
    // A browser that refuses a worker, or cannot load it now, works without.
    const beginQuietly = () => void begin().catch(() => {});
    // Safari has no idle time to give.
    const whenIdle = () => (window.requestIdleCallback ?? setTimeout)(beginQuietly);

    if (document.readyState === "complete") whenIdle();
    else window.addEventListener("load", whenIdle, { once: true });
    return () => window.removeEventListener("load", whenIdle);
  }, [store]);

  return null;
}
