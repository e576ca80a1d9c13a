import { expect, test } from "vitest";
import { checkImage } from "#lib/storage/codec/check-image.server.ts";

const bytesMax = 1_000_000;

/** A GIF of 2000x2000 pixels, each frame of which changes one of them. */
function gifOf(frames: number): Uint8Array {
  const side = [2_000 & 0xff, 2_000 >> 8];
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

test("a file of the largest size is looked at, and one of a byte more is not", async () => {
  const gif = gifOf(1);

  expect(await checkImage(gif, gif.length)).toMatchObject({ type: "image/gif" });
  await expect(checkImage(gif, gif.length - 1)).rejects.toThrow("the limit is");
});
