import { createNoise2D } from "simplex-noise";
import type { Random } from "#lib/painter/drawing/random.ts";

const side = 256;
/** Units of noise across the tile. */
const span = 32;

/** Noise from a table, about −1 to 1, for passes that ask for it millions of times. It repeats after 32 units. */
export function createTexture(random: Random): (x: number, y: number) => number {
  const noise = createNoise2D(() => random.next());
  const tile = new Float32Array(side * side);
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      const [x, y] = [(column / side) * span, (row / side) * span];
      // The last eighth fades into the first, so that the tile has no seam.
      const [fadeX, fadeY] = [fade(column), fade(row)];
      tile[row * side + column] =
        (noise(x, y) * (1 - fadeX) + noise(x - span, y) * fadeX) * (1 - fadeY) +
        (noise(x, y - span) * (1 - fadeX) + noise(x - span, y - span) * fadeX) * fadeY;
    }
  }

  return (x, y) => {
    const [column, row] = [x * (side / span), y * (side / span)];
    const [left, top] = [Math.floor(column), Math.floor(row)];
    const [across, down] = [column - left, row - top];
    const first = (top & 255) << 8;
    const second = ((top + 1) & 255) << 8;
    const above =
      (tile[first + (left & 255)] ?? 0) * (1 - across) +
      (tile[first + ((left + 1) & 255)] ?? 0) * across;
    const below =
      (tile[second + (left & 255)] ?? 0) * (1 - across) +
      (tile[second + ((left + 1) & 255)] ?? 0) * across;
    return above * (1 - down) + below * down;
  };
}

function fade(place: number): number {
  return Math.max(0, (place - side * 0.875) / (side * 0.125));
}
