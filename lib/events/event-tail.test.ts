import { expect, test } from "vitest";
import { createEventTail, type LoggedEvent } from "./event-tail.ts";

const event = (sequence: number, bytes = 1): LoggedEvent => ({
  sequence,
  type: "generation-deleted",
  frame: new Uint8Array(bytes),
});
const sequences = (page: readonly LoggedEvent[] | null) => page?.map(({ sequence }) => sequence);

test("the tail of a log holds so many bytes, and says of what it does not hold that it does not", () => {
  const tail = createEventTail(7, { tailBytes: 3, pageBytes: 10 });
  tail.append([event(8), event(9)]);
  tail.append([event(10), event(11)]);

  expect(tail.head()).toBe(11);
  expect(tail.pageAfter(7)).toBeNull();
  expect(sequences(tail.pageAfter(8))).toEqual([9, 10, 11]);
  expect(sequences(tail.pageAfter(11))).toEqual([]);
  expect(tail.pageAfter(12)).toBeNull();
});

test("an event that is larger than the tail is not held", () => {
  const tail = createEventTail(0, { tailBytes: 3, pageBytes: 10 });
  tail.append([event(1), event(2, 4)]);
  expect(tail.pageAfter(1)).toBeNull();
  expect(tail.pageAfter(2)).toEqual([]);
});

test("a page holds so many bytes, or one event", () => {
  const tail = createEventTail(0, { tailBytes: 100, pageBytes: 3 });
  tail.append([event(1, 2), event(2), event(3), event(4, 5), event(5)]);
  expect(sequences(tail.pageAfter(0))).toEqual([1, 2]);
  expect(sequences(tail.pageAfter(2))).toEqual([3]);
  expect(sequences(tail.pageAfter(3))).toEqual([4]);
});
