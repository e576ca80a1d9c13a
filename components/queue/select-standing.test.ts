import { expect, test } from "vitest";
import { createRecordStore } from "#components/data/records/record-store.ts";
import { attemptOf, generationOf } from "#components/data/records/test-records.ts";
import { toFeedPage } from "#components/data/records/to-page.ts";
import { countPictures, selectStanding } from "#components/queue/select-standing.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import { because } from "#messages/reason.ts";

function standingOf(generations: GenerationView[], hasOlder = false) {
  const store = createRecordStore();
  const page = toFeedPage({ generations, pauses: [], sequence: 1 });
  store.takePage("feed", { ...page, hasOlder });
  return selectStanding(store);
}

const attempt = (generationId: string, id: string, given: Parameters<typeof attemptOf>[0]) =>
  attemptOf({ id, generationId, ...given });

test("pictures are counted by how they stand, not presses", () => {
  const { making, waiting, unknown } = standingOf([
    generationOf({
      id: "g2",
      attempts: [
        attempt("g2", "b1", { state: "sending" }),
        attempt("g2", "b2", { state: "storing", index: 1 }),
        attempt("g2", "b3", { state: "queued", index: 2, position: 9 }),
      ],
    }),
    generationOf({
      id: "g1",
      attempts: [
        attempt("g1", "a1", { state: "queued", position: 3 }),
        attempt("g1", "a2", { state: "unknown", index: 1 }),
        attempt("g1", "a3", { state: "succeeded", index: 2 }),
        attempt("g1", "a4", { state: "canceled", index: 3 }),
      ],
    }),
  ]);

  expect([making, waiting, unknown].map(countPictures)).toEqual([2, 2, 1]);
  expect(waiting.map(({ id }) => id)).toEqual(["g1", "g2"]);
});

test("what was tried again has not failed any more", () => {
  const { failed, making } = standingOf([
    generationOf({
      attempts: [
        attempt("g1", "a1", { state: "failed" }),
        attempt("g1", "a2", { state: "sending", retryOfId: "a1" }),
      ],
    }),
  ]);
  expect([failed.length, making.length]).toEqual([0, 1]);
});

test("what was declined or stopped has not failed, and an outcome that is unknown is not called a failure", () => {
  const error = (code: string) => ({
    code,
    reason: because("said", { said: "" }),
    detail: null,
    field: null,
  });
  const { failed, unknown } = standingOf([
    generationOf({
      attempts: [
        attempt("g1", "a1", { state: "failed", error: error("refused") }),
        attempt("g1", "a2", { state: "failed", error: error("stopped"), index: 1 }),
        attempt("g1", "a3", { state: "failed", error: error("unreachable"), index: 2 }),
        attempt("g1", "a4", { state: "unknown", error: error("timeout"), index: 3 }),
      ],
    }),
  ]);
  expect(failed.flatMap(({ attempts }) => attempts.map(({ id }) => id))).toEqual(["a3"]);
  expect(unknown.flatMap(({ attempts }) => attempts.map(({ id }) => id))).toEqual(["a4"]);
});

test("where the oldest that is known is not done, there may be more of its kind", () => {
  const open = generationOf({ endedAt: null });
  const done = generationOf({ endedAt: "2026-01-01T12:00:10.000Z", attempts: [] });
  expect(standingOf([open], true).isPartial).toBe(true);
  expect(standingOf([open], false).isPartial).toBe(false);
  expect(standingOf([done], true).isPartial).toBe(false);
});
