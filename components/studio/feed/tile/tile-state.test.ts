import { describe, expect, test } from "vitest";
import {
  attemptOf,
  generationOf,
  imageOf,
  pauseOf,
} from "#components/data/records/test-records.ts";
import { tilesOf } from "#components/studio/feed/tile/tile-state.ts";
import type { AttemptView } from "#lib/contract/generation-view.ts";
import type { PauseView } from "#lib/contract/pause-view.ts";
import { because } from "#messages/reason.ts";

const plain = { standing: null, pause: null };

function tileOf(attempt: Partial<AttemptView>, { pause }: { pause?: PauseView } = {}) {
  const generation = generationOf({ attempts: [attemptOf(attempt)] });
  return tilesOf(generation, { standing: null, pause: pause ?? null })[0]?.state;
}

function errorOf(code: string) {
  return { code, reason: because("said", { said: "As it was told." }), detail: null, field: null };
}

test("a tile is in the state of its attempt", () => {
  expect(tileOf({ state: "queued" })).toEqual({ type: "queued" });
  expect(tileOf({ state: "receiving", sentAt: "2026-01-01T12:00:01Z" })).toEqual({
    type: "running",
    since: "2026-01-01T12:00:01Z",
    isStopping: false,
    reason: null,
  });
  expect(tileOf({ state: "storing" })).toEqual({ type: "storing" });
});

test("one that waits says until when, and why", () => {
  const notBefore = "2026-01-01T12:01:00Z";
  expect(tileOf({ state: "queued", notBefore, error: errorOf("rate_limited") })).toEqual({
    type: "waiting",
    until: notBefore,
    reason: because("said", { said: "As it was told." }),
  });
});

describe("a pause", () => {
  const pause = pauseOf();

  test("holds up what is queued, whatever else that waits for", () => {
    const notBefore = "2026-01-01T12:01:00Z";
    expect(tileOf({ state: "queued" }, { pause })).toEqual({ type: "paused", pause });
    expect(tileOf({ state: "queued", notBefore }, { pause })).toEqual({ type: "paused", pause });
  });

  test("does not hold up what was sent", () => {
    expect(tileOf({ state: "sending" }, { pause })?.type).toBe("running");
  });
});

test("what arrives and finds no room says why, and goes on", () => {
  const tile = tileOf({ state: "receiving", error: errorOf("storage_unavailable") });
  expect(tile).toMatchObject({
    type: "running",
    reason: because("said", { said: "As it was told." }),
  });
});

test("a picture that is here and could not be saved says when that is tried again", () => {
  const notBefore = "2026-01-01T12:01:00Z";
  const tile = tileOf({ state: "storing", notBefore, error: errorOf("storage_unavailable") });
  expect(tile).toEqual({ type: "unsaved", until: notBefore });
});

test("a retry takes the tile of the attempt that it repeats", () => {
  const failed = attemptOf({ id: "a1", index: 0, state: "failed" });
  const retry = attemptOf({ id: "a9", index: 0, state: "queued", retryOfId: "a1" });
  const other = attemptOf({ id: "a2", index: 1, state: "queued" });

  const tiles = tilesOf(generationOf({ attempts: [failed, retry, other] }), plain);
  expect(tiles.map((tile) => tile.attempt.id)).toEqual(["a9", "a2"]);
  expect(tiles.map((tile) => tile.key)).toEqual(["0", "1"]);
});

test("pictures beyond those asked for have tiles of their own", () => {
  const images = [imageOf({ id: "i1" }), imageOf({ id: "i2", index: 1 })];
  const tiles = tilesOf(generationOf({ n: 1, images }), plain);
  expect(tiles.map((tile) => tile.key)).toEqual(["0", "0-1"]);
});

test("a picture in the trash leaves its tile", () => {
  const images = [imageOf({ deletedAt: "2026-01-02T00:00:00Z" })];
  const [tile] = tilesOf(generationOf({ images }), plain);
  expect(tile?.state).toEqual({ type: "trashed" });
});

test("a picture that was deleted for good leaves its tile, and one that is about to be told is being saved", () => {
  const attempts = [attemptOf({ state: "succeeded" })];
  const ended = generationOf({ attempts, endedAt: "2026-01-02T00:00:00Z" });
  expect(tilesOf(ended, plain)[0]?.state).toEqual({ type: "purged" });
  expect(tilesOf({ ...ended, endedAt: null }, plain)[0]?.state).toEqual({ type: "storing" });
});
