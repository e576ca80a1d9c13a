import type { ListName } from "#components/data/records/list-name.ts";
import type { Records } from "#components/data/records/records.ts";
import type { Surroundings } from "#components/data/records/surroundings.ts";
import type { AttemptView } from "#lib/contract/generation-view.ts";
import type { StudioEvent } from "#lib/contract/studio-event.ts";

/** What was known before an event was taken. */
export interface Before {
  attempt: AttemptView | null;
  pauses: Surroundings["pauses"];
}

export type NewsListener = (event: StudioEvent, before: Before) => void;

/** What a `RecordStore` is made of. */
export interface State {
  records: Records;
  surroundings: Surroundings;
  cursor: number | null;
  mounted: ListName[];
  listeners: Set<() => void>;
  newsListeners: Set<NewsListener>;
}

/** The attempt that an event tells of, as it is known before. */
export function findAttempt({ records }: State, event: StudioEvent): AttemptView | null {
  if (!("attempt" in event)) return null;
  const { id, generationId } = event.attempt;
  const generation = records.generations.read(generationId);
  return generation?.attempts.find((one) => one.id === id) ?? null;
}

/** Tells of a change that is shown, and of its end when the returned function is called. */
export function showUntil(state: State, takeBacks: readonly (() => void)[]): () => void {
  notify(state);
  return () => {
    for (const takeBack of takeBacks) takeBack();
    notify(state);
  };
}

/** Tells everybody who selects. */
export function notify({ listeners }: State) {
  for (const listener of listeners) listener();
}

/** Adds a listener, until the returned function is called. */
export function subscribeTo<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
