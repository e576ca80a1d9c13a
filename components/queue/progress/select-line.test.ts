import { expect, test } from "vitest";
import {
  attemptOf,
  gateway,
  generationOf,
  painter,
} from "#components/data/records/test-records.ts";
import { openFeed } from "#components/data/records/test-store.ts";
import { selectLine } from "#components/queue/progress/select-line.ts";

const sentAt = "2026-01-01T12:00:00.000Z";
const after = (seconds: number) => new Date(Date.parse(sentAt) + seconds * 1_000).toISOString();

/** One of its own, by its attempt; made ones took ten seconds. */
function one(id: string, given: Parameters<typeof attemptOf>[0] = {}, by = gateway) {
  const attempt = attemptOf({ id, generationId: `of-${id}`, gatewayId: by.id, ...given });
  return generationOf({ id: `of-${id}`, model: "m", gateway: by, attempts: [attempt] });
}
const made = (by = gateway) =>
  ["1", "2", "3", "4", "5"].map((id) =>
    one(`made-${by.id}-${id}`, { state: "succeeded", sentAt, endedAt: after(10) }, by),
  );
const running = one("r", { state: "receiving", sentAt: after(60), position: 1 });
const [first, second] = [one("w1", { position: 2 }), one("w2", { position: 3 })];

test("what is before one that waits is what its gateway makes, and what waits there ahead of it", () => {
  const other = one("o", { position: 2 }, painter);
  const store = openFeed(second, other, first, running, ...made(), ...made(painter));
  const usual = expect.objectContaining({ fromMs: 10_000, toMs: 10_000 });
  expect(selectLine(store, "w2")).toEqual({
    running: [{ sentMs: Date.parse(after(60)), usual }],
    ahead: [usual],
  });
  expect(selectLine(store, "w1")?.ahead).toEqual([]);
  expect(selectLine(store, "w1"), "the same until a record changes").toBe(selectLine(store, "w1"));
});

test("nothing is estimated where one of them has no usual time, is not known, or none is made", () => {
  expect(selectLine(openFeed(second, first, running), "w2")).toBeNull();
  expect(selectLine(openFeed(second, first, ...made()), "w2")).toBeNull();
  expect(selectLine(openFeed(second, first, running, ...made()), "gone")).toBeNull();

  const store = openFeed(second, running, ...made());
  const { id, generationId, gatewayId, stopRequestedAt } = attemptOf({
    id: "x",
    generationId: "far",
  });
  const unknown = { id, generationId, gatewayId, stopRequestedAt, position: 0 };
  store.queue.take({
    entries: [...store.queue.entries(), { ...unknown, state: "queued" }],
    sequence: 11,
  });
  expect(selectLine(store, "w2")).toBeNull();
});
