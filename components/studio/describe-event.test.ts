import { expect, test } from "vitest";
import { pauseOf } from "#components/image/test-records.ts";
import { describeEvent } from "#components/studio/describe-event.ts";
import { initialState } from "#components/studio/initial-state.ts";
import { studioReducer } from "#components/studio/studio-reducer.ts";
import type { PauseView } from "#lib/generation/pause-view.ts";

function toldOf(before: PauseView[], pauses: PauseView[]) {
  const state = initialState({ generations: [], pauses: before, sequence: 1 }, { pageSize: 20 });
  const event = { type: "pauses-changed", pauses } as const;
  const after = studioReducer(state, { type: "event-received", event });
  return describeEvent(event, { before: state, after });
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
