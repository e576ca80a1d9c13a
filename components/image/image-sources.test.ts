import { expect, test } from "vitest";
import { imageSources } from "#components/image/image-sources.ts";

const portrait = { id: "i1", width: 1024, height: 1536 };

test("a thumbnail is named by its long edge, and offered by its width", () => {
  const { src, srcSet } = imageSources(portrait, { withOriginal: false });
  expect(src).toBe("/api/images/i1/640");
  expect(srcSet).toBe("/api/images/i1/320 213w, /api/images/i1/640 427w");
});

test("the original is offered only where it is wanted, and larger than its thumbnails", () => {
  const { srcSet } = imageSources(portrait, { withOriginal: true });
  expect(srcSet).toContain("/api/images/i1/original 1024w");

  const small = imageSources({ id: "i2", width: 512, height: 512 }, { withOriginal: true });
  expect(small.srcSet).not.toContain("original");
});
