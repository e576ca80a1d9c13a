import { expect, test } from "vitest";
import { type Lit, nextLit } from "#components/palette/next-lit.ts";

const none: Lit = { query: "", moved: 0, id: null };
const items = (ids: string) => [...ids].map((id) => ({ id }));

test("what is lit stays lit wherever the list moves it, and the arrows go on from there", () => {
  const first = nextLit(items("abc"), none, { query: "", moved: 0 });
  expect(first.id).toBe("a");
  const second = nextLit(items("abc"), first, { query: "", moved: 1 });
  expect(second.id).toBe("b");
  expect(nextLit(items("axyb"), second, { query: "", moved: 1 })).toBe(second);
  expect(nextLit(items("axyb"), second, { query: "", moved: 0 }).id).toBe("y");
  expect(nextLit(items("axyb"), second, { query: "", moved: 2 }).id).toBe("a");
});

test("another query begins with its first, and one that finds nothing yet with the first that comes", () => {
  const before: Lit = { query: "k", moved: 1, id: "b" };
  const nothing = nextLit([], before, { query: "ki", moved: 0 });
  expect(nothing.id).toBeNull();
  expect(nextLit([], nothing, { query: "ki", moved: 0 })).toBe(nothing);
  expect(nextLit(items("ba"), nothing, { query: "ki", moved: 0 }).id).toBe("b");
  expect(nextLit(items("abc"), none, { query: "k", moved: -1 }).id).toBe("c");
});

test("what is gone from the list gives its light to nothing else until an arrow is pressed", () => {
  const before: Lit = { query: "", moved: 1, id: "b" };
  expect(nextLit(items("ac"), before, { query: "", moved: 1 })).toBe(before);
  expect(nextLit(items("ac"), before, { query: "", moved: 2 }).id).toBe("a");
  expect(nextLit(items("ac"), before, { query: "", moved: 0 }).id).toBe("c");
});
