"use client";

import { useEffect } from "react";
import { loadPatiently } from "#components/data/load-patiently.ts";
import { useRecordStore } from "#components/data/select/use-records.ts";

/** Takes up what was pressed on a page that was closed before it was alive. Once in the layout; its code comes after the screen. */
export function EarlyPresses() {
  const store = useRecordStore();

  useEffect(() => {
    const loading = loadPatiently(() => import("#components/studio/follow-early-presses.ts"));
    void loading.then(({ followEarlyPresses }) => followEarlyPresses(store));
  }, [store]);

  return null;
}
