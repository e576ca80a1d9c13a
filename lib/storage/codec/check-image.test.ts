import { expect, test } from "vitest";
import { checkImage } from "#lib/storage/codec/check-image.server.ts";
import { developImage } from "#lib/storage/codec/image.server.ts";

const bytesMax = 1_000_000;

/** A GIF of so many pixels a side, each frame of which changes one of them. */
function gifOf(frames: number, pixels = 2_000): Uint8Array {
  const side = [pixels & 0xff, pixels >> 8];
  const screen = [...Buffer.from("GIF89a"), ...side, ...side, 0x80, 0, 0];
  const colours = [0, 0, 0, 255, 255, 255];
  const frame = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x4c, 1, 0];
  return Uint8Array.from([
    ...screen,
    ...colours,
    ...Array.from({ length: frames }, () => frame).flat(),
    0x3b,
  ]);
}

test("an animation counts with all its frames: a few bytes may unfold to more than memory holds", async () => {
  expect(await checkImage(gifOf(16), bytesMax)).toMatchObject({
    width: 2_000,
    isAnimation: true,
  });
  await expect(checkImage(gifOf(17), bytesMax)).rejects.toThrow(
    "17 frames of 2000x2000 pixels; the limit is 64 megapixels",
  );
});

test("of an animation with very many frames the first alone is decoded, which is all that is shown", async () => {
  const usual = await checkImage(gifOf(2_000, 8), bytesMax);
  const endless = await checkImage(gifOf(2_001, 8), bytesMax);

  expect(usual.isAnimation).toBe(true);
  expect(endless).toMatchObject({ width: 8, isAnimation: false });
  expect(endless.need).toBeLessThan(usual.need);
  expect(await developImage(gifOf(2_001, 8))).toMatchObject({ type: "image/gif", width: 8 });
});

test("a file of the largest size is looked at, and one of a byte more is not", async () => {
  const gif = gifOf(1);

  expect(await checkImage(gif, gif.length)).toMatchObject({ type: "image/gif" });
  await expect(checkImage(gif, gif.length - 1)).rejects.toThrow("the limit is");
});
