import { createRandom } from "#lib/painter/drawing/random.ts";
import type { Pixels } from "#lib/painter/render/pixels.ts";
import { blurred } from "#lib/painter/styles/blurred.ts";
import { createTexture } from "#lib/painter/styles/texture.ts";

const paper = [247, 242, 230] as const;
const ink = [38, 34, 40] as const;

/** Pen on cream paper: lines where forms meet, hatching in the shade, and a breath of the scene's colour as a wash. */
export function paintInk(pixels: Pixels, { seed }: { seed: number }): Pixels {
  const { width, height } = pixels;
  const unit = Math.min(width, height) / 1024;
  const texture = createTexture(createRandom(seed, "ink"));
  const fine = blurred(pixels, Math.max(1, Math.round(1.2 * unit)));
  const wide = blurred(pixels, Math.max(2, Math.round(3.4 * unit)));
  const wash = blurred(pixels, Math.max(2, Math.round(5 * unit)));
  const data = new Uint8ClampedArray(pixels.data.length);

  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const light = lightAt(wash.data, at);
      const edge =
        (lightAt(wide.data, at) - lightAt(fine.data, at)) * 0.09 +
        colourEdge(fine.data, wide.data, at) * 0.05;
      const wobble = texture(x / (9 * unit), y / (9 * unit));
      const line = Math.min(1, Math.max(0, edge - 0.16 + 0.1 * wobble) * 2.2);
      const shade = hatching({ x, y, light, unit }, texture);
      const dark = Math.max(line, shade);
      const grain = 5 * texture(x / (2.6 * unit), y / (2.6 * unit));
      for (let part = 0; part < 3; part += 1) {
        const ground = (paper[part] ?? 255) + grain;
        const washed = ground * (0.62 + 0.38 * ((wash.data[at + part] ?? 0) / 255));
        data[at + part] = washed * (1 - dark) + (ink[part] ?? 0) * dark;
      }
      data[at + 3] = pixels.data[at + 3] ?? 0;
    }
  }
  return { width, height, data };
}

/** Two directions of strokes: one in half shade, both in deep shade. */
function hatching(
  { x, y, light, unit }: { x: number; y: number; light: number; unit: number },
  texture: (x: number, y: number) => number,
): number {
  const gap = 7.5 * unit;
  const bend = 5 * unit * texture(x / (60 * unit), y / (60 * unit));
  const first = Math.abs((((x + y + bend) / gap) % 1) - 0.5);
  const second = Math.abs((((x - y + bend + 10_000 * gap) / gap) % 1) - 0.5);
  const one = light < 150 ? (150 - light) / 150 : 0;
  const two = light < 82 ? (82 - light) / 82 : 0;
  return Math.max(first < 0.5 * one * 0.8 ? 0.62 : 0, second < 0.5 * two * 0.9 ? 0.7 : 0);
}

function lightAt(data: Uint8ClampedArray, at: number): number {
  return (data[at] ?? 0) * 0.3 + (data[at + 1] ?? 0) * 0.59 + (data[at + 2] ?? 0) * 0.11;
}

function colourEdge(near: Uint8ClampedArray, far: Uint8ClampedArray, at: number): number {
  let sum = 0;
  for (let part = at; part < at + 3; part += 1)
    sum += Math.abs((near[part] ?? 0) - (far[part] ?? 0));
  return sum / 3;
}
