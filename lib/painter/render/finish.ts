import { createRandom } from "#lib/painter/drawing/random.ts";
import type { Pixels } from "#lib/painter/render/pixels.ts";

/** The last pass over every picture, in place: a fine grain that hides banding, and corners a little darker. */
export function finish(
  pixels: Pixels,
  { seed, grain, vignette }: { seed: number; grain: number; vignette: number },
): void {
  const { width, height, data } = pixels;
  const noise = grainTile(seed);
  const [middleX, middleY] = [width / 2, height / 2];

  for (let y = 0; y < height; y += 1) {
    const down = ((y - middleY) / middleY) ** 2;
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      if (data[at + 3] === 0) continue;
      const edge = ((x - middleX) / middleX) ** 2 + down;
      const light = 1 - vignette * Math.max(0, edge - 0.5) ** 1.5;
      const speck = (noise[((y & 255) << 8) | (x & 255)] ?? 0) * grain;
      data[at] = (data[at] ?? 0) * light + speck;
      data[at + 1] = (data[at + 1] ?? 0) * light + speck;
      data[at + 2] = (data[at + 2] ?? 0) * light + speck;
    }
  }
}

/** 256 by 256 numbers around 0, to be repeated. */
function grainTile(seed: number): Float32Array {
  const random = createRandom(seed, "grain");
  return Float32Array.from({ length: 65_536 }, () => random.next() + random.next() - 1);
}
