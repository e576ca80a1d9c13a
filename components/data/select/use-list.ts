"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { ListName } from "#components/data/records/list-name.ts";
import { loadPage } from "#components/data/records/load-page.ts";
import type { RecordList } from "#components/data/records/record-list.ts";
import type { Page } from "#components/data/records/snapshot.ts";
import { useRecordStore, useRecords, useTold } from "#components/data/select/use-records.ts";

export interface ShownList extends RecordList {
  /** Reads the page after the last, once however often it is asked for meanwhile. Throws as `requestJson`. */
  loadOlder: () => Promise<void>;
}

/**
 * A list of the store, kept up to date while the screen shows it; `page` is the newest as the screen came with it, null where the store has
 * it and it is to be read again.
 */
export function useList(name: ListName, page: Page | null): ShownList {
  const store = useRecordStore();
  // While it is drawn, so that the first drawing has it; others are told afterwards.
  const [isTaken] = useState(() => page !== null && store.takePage(name, page, { isQuiet: true }));
  useTold(store);
  useEffect(() => {
    // A page that the browser had kept is older than what the tab knows; where it is not reached, events go on telling.
    if (!isTaken) loadPage(store, name).catch(() => {});
    return store.mount(name);
  }, [store, name, isTaken]);

  const loading = useRef<Promise<void>>(null);
  const loadOlder = useCallback(() => {
    loading.current ??= loadPage(store, name, { isOlder: true }).finally(() => {
      loading.current = null;
    });
    return loading.current;
  }, [store, name]);

  return { ...useRecords((records) => records.list(name)), loadOlder };
}
