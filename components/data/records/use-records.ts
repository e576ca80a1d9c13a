"use client";

import { createContext, use, useSyncExternalStore } from "react";
import type { RecordStore } from "#components/data/records/record-store.ts";

export const RecordsContext = createContext<RecordStore | null>(null);

/** The store around; throws outside of one. */
export function useRecordStore(): RecordStore {
  const store = use(RecordsContext);
  if (!store) throw new Error("useRecordStore needs a RecordsProvider around it.");
  return store;
}

/** What a screen selects from the store, drawn again when that is another: it must be the same until something changes. */
export function useRecords<Selected>(select: (store: RecordStore) => Selected): Selected {
  const store = useRecordStore();
  const read = () => select(store);
  return useSyncExternalStore(store.subscribe, read, read);
}
