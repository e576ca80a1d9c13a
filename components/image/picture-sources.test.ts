import { expect, test } from "vitest";
import { pictureSources } from "#components/image/picture-sources.ts";

const portrait = { id: "i1", width: 1024, height: 1536 };

test("a thumbnail is named by its long edge, and offered by its width", () => {
  const { src, srcSet } = pictureSources(portrait, { withOriginal: false });
  expect(src).toBe("/api/images/i1/640");
  expect(srcSet).toBe("/api/images/i1/320 213w, /api/images/i1/640 427w");
});

test("the original is offered only where it is wanted, and larger than its thumbnails", () => {
  const { srcSet } = pictureSources(portrait, { withOriginal: true });
  expect(srcSet).toContain("/api/images/i1/original 1024w");

  const small = pictureSources({ id: "i2", width: 512, height: 512 }, { withOriginal: true });
  expect(small.srcSet).not.toContain("original");
});
