import sharp from "sharp";
import { rgbToHex } from "#lib/painter/drawing/colour.ts";
import type { Figure } from "#lib/painter/icons/figure.ts";

/** What can only be seen: where in its 128 by 128 an icon is, and its main colour. */
export interface IconMeasure {
  box: Figure["box"];
  /** Hex; the mean of its vivid pixels, or of all where none is vivid. */
  coat: string;
}

const side = 64;

/** Measures an icon by drawing it small. */
export async function measureIcon(body: string): Promise<IconMeasure> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${side}" height="${side}" viewBox="0 0 128 128">${body}</svg>`;
  const pixels = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer();
  const box = { left: side, top: side, right: 0, bottom: 0 };
  const bins = new Map<number, { weight: number; sum: [number, number, number] }>();

  for (let at = 0; at < pixels.length; at += 4) {
    if ((pixels[at + 3] ?? 0) < 60) continue;
    const [x, y] = [(at / 4) % side, Math.floor(at / 4 / side)];
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x + 1);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y + 1);
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3);
    const vivid = Math.max(red, green, blue) - Math.min(red, green, blue);
    const bin = bins.get((red >> 5) * 64 + (green >> 5) * 8 + (blue >> 5)) ?? {
      weight: 0,
      sum: [0, 0, 0],
    };
    const weight = 1 + vivid / 40;
    bin.weight += weight;
    bin.sum = [bin.sum[0] + red * weight, bin.sum[1] + green * weight, bin.sum[2] + blue * weight];
    bins.set((red >> 5) * 64 + (green >> 5) * 8 + (blue >> 5), bin);
  }

  const main = [...bins.values()].sort((one, other) => other.weight - one.weight)[0];
  const scale = 128 / side;
  return {
    box:
      box.right > box.left
        ? {
            left: box.left * scale,
            top: box.top * scale,
            right: box.right * scale,
            bottom: box.bottom * scale,
          }
        : { left: 0, top: 0, right: 128, bottom: 128 },
    coat: main
      ? rgbToHex([main.sum[0] / main.weight, main.sum[1] / main.weight, main.sum[2] / main.weight])
      : "#888888",
  };
}
