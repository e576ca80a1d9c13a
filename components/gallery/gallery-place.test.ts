import { expect, test } from "vitest";
import { createRecordStore } from "#components/data/records/record-store.ts";
import { countWaiting, openPlace } from "#components/gallery/gallery-place.ts";

const ids = (text: string) => [...text];

test("what comes to somebody at the top is shown at once; further down it waits, and nothing jumps", () => {
  const place = openPlace(createRecordStore(), "images");
  expect(countWaiting(place, ids("21"))).toBe(0);
  expect(countWaiting(place, ids("321"))).toBe(0);

  place.scrollTop = 500;
  expect(countWaiting(place, ids("4321"))).toBe(1);
  expect(countWaiting(place, ids("54321"))).toBe(2);
  place.heldAt = null;
  expect(countWaiting(place, ids("54321"))).toBe(0);
});

test("one that waits is passed over when it is deleted, and shown with the next at the top", () => {
  const place = openPlace(createRecordStore(), "images");
  countWaiting(place, ids("21"));
  place.scrollTop = 500;
  expect(countWaiting(place, ids("4321"))).toBe(2);
  expect(countWaiting(place, ids("421"))).toBe(1);
  place.scrollTop = 0;
  expect(countWaiting(place, ids("5421"))).toBe(0);
});

test("a picture that comes back to its old place is no new one", () => {
  const place = openPlace(createRecordStore(), "images");
  countWaiting(place, ids("321"));
  place.scrollTop = 500;
  countWaiting(place, ids("21"));
  expect(countWaiting(place, ids("321"))).toBe(0);
});

test("each list of a tab has a place of its own, which is kept", () => {
  const store = createRecordStore();
  openPlace(store, "images").scrollTop = 500;
  expect(openPlace(store, "images").scrollTop).toBe(500);
  expect(openPlace(store, "favorites").scrollTop).toBe(0);
  expect(openPlace(createRecordStore(), "images").scrollTop).toBe(0);
});
