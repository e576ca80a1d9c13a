import { useSyncExternalStore } from "react";
import { createStore, type Store } from "#components/data/create-store.ts";
import type { ImageListName } from "#components/data/records/list-name.ts";
import type { RecordStore } from "#components/data/records/record-store.ts";
import { isSelected, nothing, type Selection } from "#components/gallery/selection/selection.ts";

/** What is chosen of a list, kept while the tab lives: opening a picture must not lose it. It is written anew as a whole. */
export type SelectionStore = Store<Selection, Selection>;

const stores = new WeakMap<RecordStore, Map<ImageListName, SelectionStore>>();

/** The selection of a list, of the tab that the store is of. */
export function openSelection(store: RecordStore, name: ImageListName): SelectionStore {
  const ofTab = stores.get(store) ?? new Map<ImageListName, SelectionStore>();
  stores.set(store, ofTab);
  const selection = ofTab.get(name) ?? createStore((_, next) => next, nothing);
  ofTab.set(name, selection);
  return selection;
}

/** Whether one picture is chosen, and whether any is; drawn again only when that is another. */
export function useIsSelected({ subscribe, read }: SelectionStore, id: string): boolean {
  return useSyncExternalStore(
    subscribe,
    () => isSelected(read(), id),
    () => false,
  );
}
