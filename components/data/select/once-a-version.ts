import type { RecordStore } from "#components/data/records/record-store.ts";

/** Selects anew only once a record has changed, as what is drawn by it must be the same until then; `before` is what it was. */
export function onceAVersion<Selected>(
  select: (store: RecordStore, before: Selected | undefined) => Selected,
): (store: RecordStore) => Selected {
  const kept = new WeakMap<RecordStore, { version: number; selected: Selected }>();

  return (store) => {
    const last = kept.get(store);
    const version = store.version();
    if (last?.version === version) return last.selected;

    const selected = select(store, last?.selected);
    kept.set(store, { version, selected });
    return selected;
  };
}
