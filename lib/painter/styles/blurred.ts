import type { Pixels } from "#lib/painter/render/pixels.ts";

/** A copy out of focus: the mean of a square of `2 * radius + 1` pixels, by running sums along rows, then down columns. */
export function blurred({ width, height, data }: Pixels, radius: number): Pixels {
  const across = new Uint8ClampedArray(data.length);
  const down = new Uint8ClampedArray(data.length);
  averageRows(data, across, { width, height, radius });
  averageColumns(across, down, { width, height, radius });
  return { width, height, data: down };
}

interface Grid {
  width: number;
  height: number;
  radius: number;
}

function averageRows(
  source: Uint8ClampedArray,
  target: Uint8ClampedArray,
  { width, height, radius }: Grid,
): void {
  const size = radius * 2 + 1;
  for (let row = 0; row < height; row += 1) {
    const start = row * width * 4;
    const last = start + (width - 1) * 4;
    for (let part = 0; part < 4; part += 1) {
      let sum = (source[start + part] ?? 0) * radius;
      for (let ahead = 0; ahead <= radius; ahead += 1)
        sum += source[Math.min(last, start + ahead * 4) + part] ?? 0;
      for (let at = start; at <= last; at += 4) {
        target[at + part] = sum / size;
        sum +=
          (source[Math.min(last, at + (radius + 1) * 4) + part] ?? 0) -
          (source[Math.max(start, at - radius * 4) + part] ?? 0);
      }
    }
  }
}

/** All columns at once, row after row: one column at a time would miss the cache with every step. */
function averageColumns(
  source: Uint8ClampedArray,
  target: Uint8ClampedArray,
  { width, height, radius }: Grid,
): void {
  const size = radius * 2 + 1;
  const stride = width * 4;
  const sums = new Float64Array(stride);
  const rowAt = (row: number) => Math.min(height - 1, Math.max(0, row)) * stride;
  for (let row = -radius; row <= radius; row += 1) {
    const from = rowAt(row);
    for (let at = 0; at < stride; at += 1) sums[at] = (sums[at] ?? 0) + (source[from + at] ?? 0);
  }

  for (let row = 0; row < height; row += 1) {
    const [here, next, past] = [row * stride, rowAt(row + radius + 1), rowAt(row - radius)];
    for (let at = 0; at < stride; at += 1) {
      const sum = sums[at] ?? 0;
      target[here + at] = sum / size;
      sums[at] = sum + (source[next + at] ?? 0) - (source[past + at] ?? 0);
    }
  }
}
