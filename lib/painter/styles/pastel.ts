import { createRandom } from "#lib/painter/drawing/random.ts";
import type { Pixels } from "#lib/painter/render/pixels.ts";
import { blurred } from "#lib/painter/styles/blurred.ts";
import { createTexture } from "#lib/painter/styles/texture.ts";

const paper = [232, 220, 203] as const;

/** Chalk on toned paper: milky colours, strokes in one direction, and paper showing through where the chalk skipped. */
export function paintPastel(pixels: Pixels, { seed }: { seed: number }): Pixels {
  const { width, height } = pixels;
  const unit = Math.min(width, height) / 1024;
  const texture = createTexture(createRandom(seed, "pastel"));
  const soft = blurred(pixels, Math.max(1, Math.round(2 * unit)));
  const data = new Uint8ClampedArray(pixels.data.length);

  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const shake = Math.round(4 * unit * texture(x / (16 * unit), y / (16 * unit)));
      const from =
        (Math.min(height - 1, Math.max(0, y + shake)) * width +
          Math.min(width - 1, Math.max(0, x - shake))) *
        4;
      const at = (y * width + x) * 4;
      const tooth = texture(x / (2.3 * unit), y / (2.3 * unit));
      const stroke = texture((x + y * 0.75) / (26 * unit), (y - x * 0.75) / (2.4 * unit));
      const chalk = Math.min(1, Math.max(0.25, 0.9 + 0.42 * tooth + 0.3 * stroke));
      for (let part = 0; part < 3; part += 1) {
        const milky = (soft.data[from + part] ?? 0) * 0.84 + 38 + 7 * stroke;
        data[at + part] = (paper[part] ?? 0) * (1 - chalk) + milky * chalk;
      }
      data[at + 3] = soft.data[from + 3] ?? 0;
    }
  }
  return { width, height, data };
}
