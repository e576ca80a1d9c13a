import type { DraftStore } from "#components/studio/draft/draft-store.ts";

const pending = new WeakMap<DraftStore, Set<Promise<unknown>>>();

/** Lets presses of a draft wait for what was chosen before them and is not in it yet: they would buy what stood there before. */
export function holdPresses(store: DraftStore, change: Promise<unknown>): void {
  const changes = pending.get(store) ?? new Set();
  pending.set(store, changes);
  const forget = () => void changes.delete(change);
  changes.add(change);
  change.then(forget, forget);
}

/** Resolves once all that was chosen is in the draft; throws where something did not come, and would be missing from what is paid. */
export async function waitForChanges(store: DraftStore): Promise<void> {
  const changes = pending.get(store);
  // One may lead to the next: an action to the picture that it adds.
  while (changes?.size) await Promise.all(changes);
}
