import { expect, test } from "vitest";
import { createRecordStore } from "#components/data/records/record-store.ts";
import { attemptOf, gateway, generationOf } from "#components/data/records/test-records.ts";
import { toFeedPage } from "#components/data/records/to-page.ts";
import { selectQueue } from "#components/queue/select-queue.ts";

test("attempts of all generations wait in one queue, by their positions, and what is made waits no more", () => {
  const waiting = (id: string, generationId: string, position: number) =>
    attemptOf({ id, generationId, position });
  const store = createRecordStore();
  const first = generationOf({
    id: "g1",
    attempts: [waiting("a1", "g1", 1), waiting("a4", "g1", 4)],
  });
  const second = generationOf({
    id: "g2",
    attempts: [waiting("a3", "g2", 3), waiting("a2", "g2", 2)],
  });
  store.takePage("feed", toFeedPage({ generations: [second, first], pauses: [], sequence: 1 }));

  const queue = selectQueue(store);
  expect(queue.waiting.map(({ id }) => id)).toEqual(["a1", "a2", "a3", "a4"]);
  expect(queue.waiting[0]?.gatewayId).toBe(gateway.id);
  expect(queue.ranks.get("a3")).toBe(3);

  store.takeEvent(
    { type: "generation-ended", generationId: "g2", state: "queued", endedAt: "" },
    2,
  );
  expect(selectQueue(store)).toBe(queue);
  const sending = attemptOf({ id: "a1", generationId: "g1", state: "sending", position: 1 });
  store.takeEvent({ type: "attempt-started", attempt: sending, generationState: "running" }, 3);
  expect(selectQueue(store).ranks.get("a3")).toBe(2);
});
