import { describe, expect, test } from "vitest";
import { attemptOf, generationOf, imageOf, pauseOf } from "#components/image/test-records.ts";
import { type StudioState, studioReducer } from "#components/studio/feed/studio-reducer.ts";
import type { StudioEvent } from "#lib/contract/studio-event.ts";

const empty: StudioState = {
  generations: [],
  submissions: [],
  partials: {},
  pauses: [],
  hasOlder: false,
};

function fold(state: StudioState, ...events: StudioEvent[]): StudioState {
  return events.reduce(
    (folded, event) => studioReducer(folded, { type: "event-received", event }),
    state,
  );
}

describe("the fold of events", () => {
  const generation = generationOf({ id: "g1", n: 2 });
  const queued = fold(empty, { type: "generation-queued", generation });

  test("an event that comes twice changes nothing more", () => {
    const events: StudioEvent[] = [
      { type: "generation-queued", generation },
      {
        type: "attempt-started",
        attempt: attemptOf({ id: "a1", state: "sending" }),
        generationState: "running",
      },
      { type: "image-stored", image: imageOf({ id: "i1", attemptId: "a1" }) },
    ];

    const once = fold(empty, ...events);
    expect(fold(once, ...events.slice(1))).toEqual(once);
    expect(once.generations[0]?.images).toHaveLength(1);
  });

  test("a picture and the end of its attempt may come in either order", () => {
    const stored: StudioEvent = { type: "image-stored", image: imageOf({ id: "i1" }) };
    const ended: StudioEvent = {
      type: "attempt-ended",
      attempt: attemptOf({ id: "a1", state: "succeeded" }),
      generationState: "partial",
    };

    expect(fold(queued, stored, ended)).toEqual(fold(queued, ended, stored));
  });

  test("a retried attempt stands beside the one it repeats", () => {
    const retry = attemptOf({ id: "a9", index: 0, retryOfId: "a1" });
    const state = fold(queued, {
      type: "attempt-queued",
      attempt: retry,
      generationState: "running",
    });

    expect(state.generations[0]?.attempts.map((attempt) => attempt.id)).toEqual(["a1", "a9", "a2"]);
  });

  test("events of a generation that is not loaded are passed over", () => {
    const foreign = attemptOf({ id: "x", generationId: "elsewhere" });
    const state = fold(queued, {
      type: "attempt-ended",
      attempt: foreign,
      generationState: "failed",
    });

    expect(state.generations).toEqual(queued.generations);
  });

  test("what is deleted goes, and what is restored comes back in its place", () => {
    const newer = generationOf({ id: "g2" });
    const both = fold(queued, { type: "generation-queued", generation: newer });

    const without = fold(both, { type: "generation-deleted", generationId: "g1" });
    expect(without.generations.map((one) => one.id)).toEqual(["g2"]);

    const restored = fold(without, { type: "generation-restored", generation });
    expect(restored.generations.map((one) => one.id)).toEqual(["g1", "g2"]);
  });
});

test("what holds the queue up is what was told last", () => {
  const paused = fold(empty, { type: "pauses-changed", pauses: [pauseOf()] });
  expect(paused.pauses).toEqual([pauseOf()]);
  expect(fold(paused, { type: "pauses-changed", pauses: [] }).pauses).toEqual([]);

  const taken = { type: "snapshot-taken", generations: [], pauses: [pauseOf()] } as const;
  expect(studioReducer(empty, taken).pauses).toEqual([pauseOf()]);
});

test("a retry wakes a generation that had ended, and its own end is told anew", () => {
  const generation = generationOf({ id: "g1", state: "failed", endedAt: "2026-01-01T12:00:09Z" });
  const ended = fold(empty, { type: "generation-queued", generation });
  const woken = fold(ended, {
    type: "attempt-queued",
    attempt: attemptOf({ id: "a9", retryOfId: "a1" }),
    generationState: "queued",
  });

  expect(woken.generations[0]).toMatchObject({ state: "queued", endedAt: null });
});

describe("a press", () => {
  const submission = { ...generationOf({ id: "key" }), prompt: "a fox" };
  const submitted = studioReducer(empty, { type: "press-made", submission });
  const generation = { ...submission, id: "g1" };

  test("shows its tiles at once, and the answer takes their place", () => {
    expect(submitted.submissions).toEqual([submission]);

    const answered = studioReducer(submitted, { type: "press-answered", key: "key", generation });
    expect(answered.submissions).toEqual([]);
    expect(answered.generations).toEqual([generation]);
  });

  test("never stands there twice when the event overtakes the answer", () => {
    const overtaken = fold(submitted, { type: "generation-queued", generation });
    expect(overtaken.submissions).toEqual([]);

    const answered = studioReducer(overtaken, { type: "press-answered", key: "key", generation });
    expect(answered).toEqual(overtaken);
  });

  test("an answer that comes late does not undo what events have told since", () => {
    const ended: StudioEvent = {
      type: "attempt-ended",
      attempt: attemptOf({ id: "a1", generationId: "g1", state: "succeeded" }),
      generationState: "succeeded",
    };
    const told = fold(submitted, { type: "generation-queued", generation }, ended);

    const answered = studioReducer(told, { type: "press-answered", key: "key", generation });
    expect(answered.generations).toEqual(told.generations);
  });

  test("takes its tiles away when it is refused", () => {
    const refused = studioReducer(submitted, { type: "press-refused", key: "key" });
    expect(refused).toEqual(empty);
  });
});

describe("a snapshot", () => {
  const state: StudioState = {
    ...empty,
    generations: ["g1", "g2", "g3"].map((id) => generationOf({ id })),
  };

  test("keeps what is older than it, and drops what it lacks", () => {
    const generations = [generationOf({ id: "g4" }), generationOf({ id: "g2" })];
    const next = studioReducer(state, { type: "snapshot-taken", generations, pauses: [] });

    expect(next.generations.map((one) => one.id)).toEqual(["g1", "g2", "g4"]);
  });

  test("begins the feed anew when others may stand between it and what was known", () => {
    const generations = [generationOf({ id: "g9" }), generationOf({ id: "g8" })];
    const next = studioReducer(state, { type: "snapshot-taken", generations, pauses: [] });

    expect(next.generations.map((one) => one.id)).toEqual(["g8", "g9"]);
    expect(next.hasOlder).toBe(true);
  });

  test("an empty one empties the feed", () => {
    const next = studioReducer(state, { type: "snapshot-taken", generations: [], pauses: [] });
    expect(next.generations).toEqual([]);
  });
});
