"use client";

import { use, useEffect, useSyncExternalStore } from "react";
import { createRecordStore, type RecordStore } from "#components/data/records/record-store.ts";
import { followOnce } from "#components/data/select/follow-once.ts";
import { RecordsContext } from "#components/data/select/records-context.ts";

/** The store of this tab, made by the first who asks; on the server, of this drawing. Throws outside of a `RecordsProvider`. */
export function useRecordStore(): RecordStore {
  const place = use(RecordsContext);
  if (!place) throw new Error("useRecordStore needs a RecordsProvider around it.");

  place.store ??= createRecordStore();
  return place.store;
}

/** What a screen selects from the store, drawn again when that is another: it must be the same until something changes. */
export function useRecords<Selected>(select: (store: RecordStore) => Selected): Selected {
  const store = useRecordStore();
  const read = () => select(store);
  return useSyncExternalStore(store.subscribe, read, read);
}

/** Tells of what a screen has taken while it was drawn, and follows events from there on. */
export function useTold(store: RecordStore): void {
  useEffect(() => {
    store.notify();
    followOnce(store);
  }, [store]);
}
