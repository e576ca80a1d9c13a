import { expect, test } from "vitest";
import { attemptOf, generationOf, imageOf } from "#components/studio/test-records.ts";
import { tilesOf } from "#components/studio/tile-state.ts";
import type { AttemptView } from "#lib/generation/generation-view.ts";

function tileOf(attempt: Partial<AttemptView>) {
  const [tile] = tilesOf(generationOf({ attempts: [attemptOf(attempt)] }), { isPress: false });
  return tile?.state;
}

test("a tile is in the state of its attempt", () => {
  expect(tileOf({ state: "queued" })).toEqual({ type: "queued" });
  expect(tileOf({ state: "receiving", sentAt: "2026-01-01T12:00:01Z" })).toEqual({
    type: "running",
    since: "2026-01-01T12:00:01Z",
    isStopping: false,
  });
  expect(tileOf({ state: "storing" })).toEqual({ type: "storing" });
});

test("one that waits says until when, and why", () => {
  const error = { code: "rate_limited", message: "Too many requests.", detail: null, field: null };
  expect(tileOf({ state: "queued", notBefore: "2026-01-01T12:01:00Z", error })).toEqual({
    type: "waiting",
    until: "2026-01-01T12:01:00Z",
    reason: "Too many requests.",
  });
});

test("a retry takes the tile of the attempt that it repeats", () => {
  const failed = attemptOf({ id: "a1", index: 0, state: "failed" });
  const retry = attemptOf({ id: "a9", index: 0, state: "queued", retryOfId: "a1" });
  const other = attemptOf({ id: "a2", index: 1, state: "queued" });

  const tiles = tilesOf(generationOf({ attempts: [failed, retry, other] }), { isPress: false });
  expect(tiles.map((tile) => tile.attempt.id)).toEqual(["a9", "a2"]);
  expect(tiles.map((tile) => tile.key)).toEqual(["0", "1"]);
});

test("pictures beyond those asked for have tiles of their own", () => {
  const images = [imageOf({ id: "i1" }), imageOf({ id: "i2", index: 1 })];
  const tiles = tilesOf(generationOf({ n: 1, images }), { isPress: false });
  expect(tiles.map((tile) => tile.key)).toEqual(["0", "0-1"]);
});

test("a picture in the trash leaves its tile", () => {
  const images = [imageOf({ deletedAt: "2026-01-02T00:00:00Z" })];
  const [tile] = tilesOf(generationOf({ images }), { isPress: false });
  expect(tile?.state).toEqual({ type: "trashed" });
});
