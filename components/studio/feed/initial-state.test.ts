import { expect, test } from "vitest";
import { attemptOf, generationOf } from "#components/image/test-records.ts";
import { initialState } from "#components/studio/feed/initial-state.ts";

test("after a reload a picture that is on its way is asked for its latest partial, and no other is", () => {
  const attempts = [
    attemptOf({ id: "a1", state: "queued" }),
    attemptOf({ id: "a2", state: "receiving" }),
    attemptOf({ id: "a3", state: "succeeded" }),
  ];
  const snapshot = { generations: [generationOf({ attempts })], pauses: [], sequence: 1 };

  expect(initialState(snapshot, { pageSize: 20 }).partials).toEqual({ a2: 0 });
});
