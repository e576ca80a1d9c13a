import { expect, test } from "vitest";
import type { RecordStore } from "#components/data/records/record-store.ts";
import { attemptOf, gateway, generationOf } from "#components/data/records/test-records.ts";
import { openFeed, tell } from "#components/data/records/test-store.ts";
import type { AttemptView } from "#lib/contract/generation-view.ts";
import type { QueueEntry } from "#lib/contract/queue-view.ts";

const entryOf = (id: string, position: number, given: Partial<QueueEntry> = {}): QueueEntry => ({
  id,
  generationId: `of-${id}`,
  gatewayId: gateway.id,
  position,
  state: "queued",
  stopRequestedAt: null,
  ...given,
});
const order = (store: RecordStore) =>
  store.queue
    .entries()
    .sort((a, b) => a.position - b.position)
    .map(({ id }) => id)
    .join(" ");
const told = (state: AttemptView["state"], id: string, position: number) => ({
  type: "attempt-updated" as const,
  attempt: attemptOf({ id, generationId: `of-${id}`, position, state }),
  generationState: "running" as const,
});

test("what waits or is made is in the queue, also of generations that the tab does not know", () => {
  const store = openFeed(generationOf({ id: "g1", n: 2 }));
  expect(order(store)).toBe("a1 a2");
  expect(store.queue.isWhole()).toBe(false);

  const known = store.queue.entries();
  store.queue.take({ entries: [...known, entryOf("b1", 5), entryOf("b2", 6)], sequence: 10 });
  expect(order(store)).toBe("a1 a2 b1 b2");
  expect(store.queue.isWhole()).toBe(true);
  tell(store, 11, told("sending", "b2", 6), told("succeeded", "b1", 5), told("queued", "b3", 9));
  expect(order(store)).toBe("a1 a2 b2 b3");
});

test("what an answer lacks is in the queue no more, unless it is newer", () => {
  const store = openFeed();
  store.queue.take({ entries: [entryOf("b1", 1), entryOf("b2", 2)], sequence: 10 });
  tell(store, 12, told("queued", "b3", 3), told("canceled", "b2", 2));
  store.queue.take({ entries: [entryOf("b2", 2)], sequence: 11 });
  expect(order(store)).toBe("b3");
});

test("another order is told of the attempts themselves, and no older answer takes it back", () => {
  const store = openFeed(generationOf({ id: "g1", n: 2 }));
  const entries = store.queue.entries();
  const places = [
    { id: "a2", generationId: "g1", position: 0 },
    { id: "a1", generationId: "g1", position: 1 },
  ];
  tell(store, 12, { type: "queue-reordered", places });
  store.queue.take({ entries, sequence: 11 });

  expect(order(store)).toBe("a2 a1");
  expect(store.generation("g1")?.attempts.map(({ position }) => position)).toEqual([1, 0]);
});

test("another order is shown before the server has it, and what happens meanwhile is shown as well", () => {
  const store = openFeed();
  store.queue.take({
    entries: [entryOf("b1", 1), entryOf("b2", 2), entryOf("b3", 3)],
    sequence: 10,
  });
  const takeBack = store.queue.changePlaces([
    { id: "b3", generationId: "", position: 1 },
    { id: "b1", generationId: "", position: 2 },
    { id: "b2", generationId: "", position: 3 },
  ]);
  tell(store, 11, told("succeeded", "b1", 1));
  expect(order(store)).toBe("b3 b2");
  takeBack();
  expect(order(store)).toBe("b2 b3");
});
