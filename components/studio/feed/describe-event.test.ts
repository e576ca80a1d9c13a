import { expect, test } from "vitest";
import { attemptOf, generationOf, pauseOf } from "#components/image/test-records.ts";
import { describeEvent } from "#components/studio/feed/describe-event.ts";
import { initialState } from "#components/studio/feed/initial-state.ts";
import { studioReducer } from "#components/studio/feed/studio-reducer.ts";
import type { PauseView } from "#lib/contract/pause-view.ts";
import { english as t } from "#messages/english.server.ts";
import { because } from "#messages/reason.ts";

function toldOf(before: PauseView[], pauses: PauseView[]) {
  const state = initialState({ generations: [], pauses: before, sequence: 1 }, { pageSize: 20 });
  const event = { type: "pauses-changed", pauses } as const;
  const after = studioReducer(state, { type: "event-received", event });
  return describeEvent(event, { before: state, after, now: Date.parse("2026-01-01T12:00:00Z"), t });
}

test("a pause is told once, however often its end moves", () => {
  const first = pauseOf({ code: "rate_limited", until: "2026-01-01T12:00:10Z" });
  const later = { ...first, until: "2026-01-01T12:00:20Z" };

  expect(toldOf([], [first])).toBe("The gateway asked to wait");
  expect(toldOf([first], [later])).toBe(null);
  expect(toldOf([first], [later, pauseOf({ code: "disk_full" })])).toBe("The disk is nearly full");
});

test("that the queue goes on is told when nothing holds it up any more", () => {
  expect(toldOf([pauseOf()], [])).toBe("The queue goes on");
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
  const before = initialState(
    { generations: [generationOf()], pauses: [], sequence: 1 },
    { pageSize: 20 },
  );
  const after = studioReducer(before, { type: "event-received", event });

  expect(describeEvent(event, { before, after, now: 0, t })).toBe("No room.");
  expect(describeEvent(event, { before: after, after, now: 0, t })).toBe(null);
});
