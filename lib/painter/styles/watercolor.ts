import { createRandom } from "#lib/painter/drawing/random.ts";
import type { Pixels } from "#lib/painter/render/pixels.ts";
import { blurred } from "#lib/painter/styles/blurred.ts";
import { createTexture } from "#lib/painter/styles/texture.ts";

/** Units from the edge of the sheet beyond which there is always paint. */
const marginMax = 90;
const paper = [251, 248, 240] as const;

/**
 * Washes on paper: outlines waver, pigment gathers along the edges of a wash and in the grain of the paper, and the
 * picture ends in bare paper before it reaches the edge of the sheet.
 */
export function paintWatercolor(
  pixels: Pixels,
  { seed, isTransparent }: { seed: number; isTransparent: boolean },
): Pixels {
  const { width, height } = pixels;
  const unit = Math.min(width, height) / 1024;
  const texture = createTexture(createRandom(seed, "watercolor"));
  const wavered = waver(pixels, texture, unit);
  const soft = blurred(wavered, Math.max(1, Math.round(2.2 * unit)));
  const wide = blurred(wavered, Math.max(2, Math.round(9 * unit)));
  const data = new Uint8ClampedArray(pixels.data.length);

  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const edge = contrast(soft.data, wide.data, at);
      const pool =
        texture(x / (210 * unit), y / (210 * unit)) * 0.55 +
        texture(x / (52 * unit), y / (52 * unit)) * 0.25;
      const grain = texture(x / (3.1 * unit), y / (3.1 * unit));
      const density = 0.84 + 0.34 * pool + 0.16 * grain + 1.5 * Math.max(0, edge);
      const bare = isTransparent ? 1 : bareness({ x, y, width, height, unit }, texture);
      for (let part = 0; part < 3; part += 1) {
        // Pigment takes light away from the paper, as a power of what it lets through.
        const through =
          ((soft.data[at + part] ?? 0) * 0.45 + (wavered.data[at + part] ?? 0) * 0.55) / 255;
        const wash = 255 * (0.045 + 0.955 * through) ** Math.max(0.25, density * 0.86);
        data[at + part] = (paper[part] ?? 255) * (1 - bare) + wash * bare + 3 * grain;
      }
      data[at + 3] = wavered.data[at + 3] ?? 0;
    }
  }
  return { width, height, data };
}

/** How much paint there is here, 0–1: none on a margin whose edge the brush left ragged. */
function bareness(
  {
    x,
    y,
    width,
    height,
    unit,
  }: { x: number; y: number; width: number; height: number; unit: number },
  texture: (x: number, y: number) => number,
): number {
  const margin = Math.min(x, y, width - x, height - y) / unit;
  if (margin > marginMax) return 1;
  const ragged =
    34 +
    26 * texture(x / (120 * unit) + 3, y / (120 * unit)) +
    12 * texture(x / (17 * unit), y / (17 * unit));
  return Math.min(1, Math.max(0, (margin - ragged) / 7));
}

/** How much darker a place is than its surroundings, 0–1. */
function contrast(near: Uint8ClampedArray, far: Uint8ClampedArray, at: number): number {
  const dark =
    (far[at] ?? 0) +
    (far[at + 1] ?? 0) +
    (far[at + 2] ?? 0) -
    (near[at] ?? 0) -
    (near[at + 1] ?? 0) -
    (near[at + 2] ?? 0);
  return dark / 765;
}

/** Moves every point a little, so that no line is straight. */
function waver(pixels: Pixels, texture: (x: number, y: number) => number, unit: number): Pixels {
  const { width, height, data } = pixels;
  const moved = new Uint8ClampedArray(data.length);
  const source = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const target = new Uint32Array(moved.buffer);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const dx =
        5 * texture(x / (70 * unit), y / (70 * unit)) +
        2.2 * texture(x / (14 * unit), y / (14 * unit));
      const dy =
        5 * texture(x / (70 * unit) + 40, y / (70 * unit)) +
        2.2 * texture(x / (14 * unit), y / (14 * unit) + 40);
      const fromX = Math.min(width - 1, Math.max(0, Math.round(x + dx * unit)));
      const fromY = Math.min(height - 1, Math.max(0, Math.round(y + dy * unit)));
      target[y * width + x] = source[fromY * width + fromX] ?? 0;
    }
  }
  return { width, height, data: moved };
}
