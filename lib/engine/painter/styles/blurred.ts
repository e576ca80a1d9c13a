import type { Pixels } from "#lib/engine/painter/render/pixels.ts";

/** A copy out of focus: the mean of a square of `2 * radius + 1` pixels, in both directions by running sums. */
export function blurred(pixels: Pixels, radius: number): Pixels {
  const { width, height } = pixels;
  const across = new Uint8ClampedArray(pixels.data.length);
  const down = new Uint8ClampedArray(pixels.data.length);
  for (let row = 0; row < height; row += 1)
    average(pixels.data, across, { start: row * width * 4, step: 4, count: width, radius });
  for (let column = 0; column < width; column += 1)
    average(across, down, { start: column * 4, step: width * 4, count: height, radius });
  return { width, height, data: down };
}

function average(
  source: Uint8ClampedArray,
  target: Uint8ClampedArray,
  { start, step, count, radius }: { start: number; step: number; count: number; radius: number },
): void {
  const size = radius * 2 + 1;
  const last = start + (count - 1) * step;
  for (let part = 0; part < 4; part += 1) {
    let sum = (source[start + part] ?? 0) * radius;
    for (let ahead = 0; ahead <= radius; ahead += 1)
      sum += source[Math.min(last, start + ahead * step) + part] ?? 0;
    for (let place = 0; place < count; place += 1) {
      const at = start + place * step;
      target[at + part] = sum / size;
      sum +=
        (source[Math.min(last, at + (radius + 1) * step) + part] ?? 0) -
        (source[Math.max(start, at - radius * step) + part] ?? 0);
    }
  }
}
