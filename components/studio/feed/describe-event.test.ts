import { expect, test } from "vitest";
import { createRecordStore } from "#components/data/records/record-store.ts";
import type { Snapshot } from "#components/data/records/snapshot.ts";
import { attemptOf, generationOf, pauseOf } from "#components/data/records/test-records.ts";
import { describeEvent } from "#components/studio/feed/describe-event.ts";
import type { PauseView } from "#lib/contract/pause-view.ts";
import type { StudioEvent } from "#lib/contract/studio-event.ts";
import { english as t } from "#messages/english.server.ts";
import { because } from "#messages/reason.ts";

function toldOf(before: PauseView[], pauses: PauseView[]) {
  return told({ pauses: before }, { type: "pauses-changed", pauses })[0];
}

/** What is told of events after a snapshot. */
function told(snapshot: Omit<Snapshot, "sequence">, ...events: StudioEvent[]) {
  const store = createRecordStore();
  const news: ReturnType<typeof describeEvent>[] = [];
  const now = Date.parse("2026-01-01T12:00:00Z");
  store.take({ ...snapshot, sequence: 0 });
  store.subscribeToNews((event, before) =>
    news.push(describeEvent(event, { before, store, now, t })),
  );
  for (const [at, event] of events.entries()) store.takeEvent(event, at + 1);
  return news;
}

test("a pause is told once, however often its end moves", () => {
  const first = pauseOf({ code: "rate_limited", until: "2026-01-01T12:00:10Z" });
  const later = { ...first, until: "2026-01-01T12:00:20Z" };

  expect(toldOf([], [first])).toBe("The gateway asked to wait");
  expect(toldOf([first], [later])).toBe(null);
  expect(toldOf([first], [later, pauseOf({ code: "disk_full" })])).toBe("The disk is nearly full");
});

test("that the queue goes on is told when nothing holds it up any more", () => {
  expect(toldOf([pauseOf()], [])).toBe("The queue has resumed");
  expect(toldOf([pauseOf(), pauseOf({ code: "disk_full" })], [pauseOf()])).toBe(null);
  expect(toldOf([], [])).toBe(null);
});

test("a pause that was over is news when it comes again", () => {
  const over = pauseOf({ code: "rate_limited", until: "2026-01-01T11:59:59Z" });
  const next = pauseOf({ code: "rate_limited", until: "2026-01-01T12:00:20Z" });
  expect(toldOf([over], [next])).toBe("The gateway asked to wait");
});

test("that a picture has no place yet is told once", () => {
  const error = {
    code: "storage_unavailable",
    reason: because("said", { said: "No room." }),
    detail: null,
    field: null,
  };
  const attempt = attemptOf({ state: "storing", error });
  const event = { type: "attempt-updated", attempt, generationState: "running" } as const;

  expect(told({ generations: [generationOf()] }, event, event)).toEqual([error.reason, null]);
});
