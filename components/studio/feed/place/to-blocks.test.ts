import { expect, test } from "vitest";
import { toBlocks } from "#components/studio/feed/place/to-blocks.ts";

/** "t…e d…a": the ids of each block. */
function told(ids: readonly string[], keys: Map<string, string>): string {
  return toBlocks(ids, keys)
    .map((block) => block.ids.join(""))
    .join(" ");
}

const ids = [..."tsrqponmlkjihgfedcba"];

test("a feed is parted into blocks of eight, newest first", () => {
  expect(told(ids, new Map())).toBe("tsrqponm lkjihgfe dcba");
});

test("what comes, goes and comes back leaves the other blocks as they are", () => {
  const keys = new Map<string, string>();
  const before = toBlocks(ids, keys).map(({ key }) => key);

  expect(told(["u", ...ids], keys), "a new one").toBe("u tsrqponm lkjihgfe dcba");
  expect(told([...ids, ..."987654"], keys), "an older page").toBe("tsrqponm lkjihgfe dcba9876 54");
  const without = ids.filter((id) => id !== "t" && id !== "l");
  expect(told(without, keys), "two that were deleted").toBe("srqponm kjihgfe dcba");
  expect(
    toBlocks(without, keys).map(({ key }) => key),
    "their blocks stay the same",
  ).toEqual(before);
  expect(told(ids, keys), "and taken back").toBe("tsrqponm lkjihgfe dcba");
});

test("each block has a key of its own, though one comes into the middle of a full one", () => {
  const keys = new Map<string, string>();
  toBlocks(ids, keys);
  const blocks = toBlocks([...ids.slice(0, 8), "lz", ...ids.slice(8)], keys);
  expect(new Set(blocks.map(({ key }) => key)).size).toBe(blocks.length);
  expect(blocks.flatMap((block) => block.ids)).toHaveLength(21);
});
