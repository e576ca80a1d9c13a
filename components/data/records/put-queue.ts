import type { Records } from "#components/data/records/records.ts";
import type { AttemptView } from "#lib/contract/generation-view.ts";
import type { QueuePlace, QueueView } from "#lib/contract/queue-view.ts";

const ended = new Set<AttemptView["state"]>(["succeeded", "failed", "unknown", "canceled"]);

/** Takes what is told of an attempt: while it waits or is made it is in the queue. */
export function putInQueue({ queue }: Records, attempt: AttemptView, sequence: number): void {
  const { id, generationId, gatewayId, position, state, stopRequestedAt } = attempt;
  const entry = { id, generationId, gatewayId, position, state, stopRequestedAt };
  if (ended.has(state)) queue.drop(id, sequence);
  else queue.put(id, entry, sequence);
}

/** Takes all of the queue, as of an event: what it lacks, and is not newer, is in it no more. */
export function putQueue(records: Records, { entries, sequence }: QueueView): void {
  const { queue } = records;
  const there = new Set(entries.map(({ id }) => id));
  for (const entry of entries) queue.put(entry.id, entry, sequence);
  for (const { id } of queue.values()) if (!there.has(id)) queue.drop(id, sequence);
  records.isQueueWhole = true;
  records.version += 1;
}

/** Takes where attempts stand since the order was changed. False when that is no news of any. */
export function putPlaces(
  { generations, queue }: Records,
  places: readonly QueuePlace[],
  sequence: number,
): boolean {
  const positions = new Map(places.map(({ id, position }) => [id, position]));
  const withPlace = <Placed extends QueuePlace>(one: Placed): Placed => ({
    ...one,
    position: positions.get(one.id) ?? one.position,
  });
  const isNews = places.some(({ id }) => !queue.isKnown(id, sequence));
  for (const { id } of places) queue.patch(id, sequence, withPlace);
  for (const id of new Set(places.map(({ generationId }) => generationId))) {
    generations.patch(id, sequence, (told) => ({
      ...told,
      attempts: told.attempts.map(withPlace),
    }));
  }
  return isNews;
}
