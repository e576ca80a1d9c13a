import { expect, test } from "vitest";
import { attemptOf, generationOf } from "#components/image/test-records.ts";
import { createNewsOrder } from "#components/studio/news-order.ts";
import type { StudioEvent } from "#lib/contract/studio-event.ts";

const generations = [generationOf({ id: "g5" }), generationOf({ id: "g4" })];

function ended(generationId: string): StudioEvent {
  return {
    type: "attempt-ended",
    attempt: attemptOf({ generationId, state: "succeeded" }),
    generationState: "succeeded",
  };
}

test("a snapshot whose answer was slow does not take back what events have told meanwhile", () => {
  const order = createNewsOrder({ generations, sequence: 10 });
  expect(order.takesEvent(ended("g5"), 12)).toBe(true);
  expect(order.takesSnapshot({ generations, sequence: 11 })).toBe(false);
  expect(order.takesSnapshot({ generations, sequence: 12 })).toBe(true);
});

test("the replay of what a snapshot has told is no news, but for what is older than its page", () => {
  const order = createNewsOrder({ generations, sequence: 10 });
  expect(order.takesSnapshot({ generations, sequence: 20 })).toBe(true);

  expect(order.takesEvent(ended("g4"), 15)).toBe(false);
  expect(order.takesEvent({ type: "pauses-changed", pauses: [] }, 16)).toBe(false);
  expect(order.takesEvent(ended("g3"), 17)).toBe(true);
  expect(order.takesEvent(ended("g5"), 21)).toBe(true);
});

test("a snapshot without any generation covers all", () => {
  const order = createNewsOrder({ generations: [], sequence: 10 });
  expect(order.takesSnapshot({ generations: [], sequence: 20 })).toBe(true);
  expect(order.takesEvent(ended("g1"), 15)).toBe(false);
});

test("after a reset the snapshot is the truth, though its number is lower", () => {
  const order = createNewsOrder({ generations, sequence: 900 });
  order.forget();
  expect(order.takesSnapshot({ generations, sequence: 5 })).toBe(true);
  expect(order.takesEvent(ended("g5"), 6)).toBe(true);
});
