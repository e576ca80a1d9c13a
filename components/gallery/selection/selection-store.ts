import { useSyncExternalStore } from "react";
import type { ImageListName } from "#components/data/records/list-name.ts";
import type { RecordStore } from "#components/data/records/record-store.ts";
import { isSelected, nothing, type Selection } from "#components/gallery/selection/selection.ts";

/** What is chosen of a list, kept while the tab lives: opening a picture must not lose it. */
export interface SelectionStore {
  read(): Selection;
  write(selection: Selection): void;
  /** Calls back whenever it changes, until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

const stores = new WeakMap<RecordStore, Map<ImageListName, SelectionStore>>();

/** The selection of a list, of the tab that the store is of. */
export function openSelection(store: RecordStore, name: ImageListName): SelectionStore {
  const ofTab = stores.get(store) ?? new Map<ImageListName, SelectionStore>();
  stores.set(store, ofTab);
  const selection = ofTab.get(name) ?? createSelectionStore();
  ofTab.set(name, selection);
  return selection;
}

/** What is chosen, drawn again when that is another. */
export function useSelection({ subscribe, read }: SelectionStore): Selection {
  return useSyncExternalStore(subscribe, read, () => nothing);
}

/** Whether one picture is chosen, and whether any is; drawn again only when that is another. */
export function useIsSelected({ subscribe, read }: SelectionStore, id: string): boolean {
  return useSyncExternalStore(
    subscribe,
    () => isSelected(read(), id),
    () => false,
  );
}

function createSelectionStore(): SelectionStore {
  let selection = nothing;
  const listeners = new Set<() => void>();
  return {
    read: () => selection,
    write(next) {
      selection = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
