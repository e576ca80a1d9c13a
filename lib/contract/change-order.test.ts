import fc from "fast-check";
import { expect, test } from "vitest";
import { changeOrder } from "#lib/contract/change-order.ts";

/** What waits, by the generations of its attempts in order, at the places 10, 20, … */
const waitingOf = (generations: string) =>
  [...generations].map((generationId, at) => ({
    id: `${generationId}${at}`,
    generationId,
    position: (at + 1) * 10,
  }));

/** The generations in their order after a move. */
function orderAfter(generations: string, ...[move]: [Parameters<typeof changeOrder>[1]]): string {
  const waiting = waitingOf(generations);
  const changed = new Map(changeOrder(waiting, move).map((one) => [one.id, one.position]));
  return waiting
    .map((one) => ({ ...one, position: changed.get(one.id) ?? one.position }))
    .sort((a, b) => a.position - b.position)
    .map(({ generationId }) => generationId)
    .join("");
}

const move = (moved: string, after: string | null, position = 0) => ({
  moved: new Set(moved),
  after: after === null ? null : { generationId: after, position },
});

test.each([
  ["to the front", "aabcc", move("c", null), "ccaab"],
  ["after another", "aabcd", move("d", "a"), "aadbc"],
  ["later", "aabcd", move("a", "c"), "bcaad"],
  ["to the end", "abc", move("a", "c"), "bca"],
  ["two together", "abcd", move("cd", null), "cdab"],
  ["after the first of one that was tried again later", "abac", move("c", "a"), "acba"],
  ["after one that waits no more, where that stood", "abcd", move("d", "x", 15), "adbc"],
  ["after one that had been the last", "abcd", move("a", "x", 99), "bcda"],
  ["after itself", "abcd", move("b", "b", 20), "abcd"],
])("%s: %s becomes what was asked for", (_, before, asked, expected) => {
  expect(orderAfter(before, asked)).toBe(expected);
});

test("only what stands elsewhere is told", () => {
  const told = changeOrder(waitingOf("abcd"), move("c", "a"));
  expect(told.map(({ generationId, position }) => [generationId, position])).toEqual([
    ["c", 20],
    ["b", 30],
  ]);
});

test("whatever is moved, the places taken together stay the same", () => {
  const generations = fc.array(fc.constantFrom(..."abcdef"), { minLength: 1, maxLength: 30 });
  const places = fc.tuple(generations, fc.constantFrom(..."abcdef"), fc.constantFrom(..."abcdef"));
  fc.assert(
    fc.property(places, ([all, moved, after]) => {
      const waiting = waitingOf(all.join(""));
      const told = changeOrder(waiting, move(moved, after, 35));
      const before = waiting.filter(({ id }) => told.some((one) => one.id === id));
      const sorted = (rows: typeof waiting) =>
        rows.map((one) => one.position).sort((a, b) => a - b);
      expect(sorted(told)).toEqual(sorted(before));
    }),
  );
});
