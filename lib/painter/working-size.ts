import type { PaintJob } from "#lib/painter/paint-job.ts";

/** Pixels painted, whatever is asked for: they bound time and memory. A larger picture is enlarged from them. */
const pixelsByQuality = { low: 450_000, medium: 1_050_000, high: 2_000_000 } as const;
/** Fewer would lose the drawing before it is made small. */
const pixelsMin = 150_000;
/** Beyond this a picture is composed less long, and cut to its shape. */
const aspectMax = 3;

/** The size to paint at: the asked-for shape, with a bounded number of pixels. */
export function workingSize({
  width,
  height,
  quality,
}: Pick<PaintJob, "width" | "height" | "quality">): { width: number; height: number } {
  const aspect = Math.min(aspectMax, Math.max(1 / aspectMax, width / height));
  const pixels = Math.max(pixelsMin, Math.min(pixelsByQuality[quality], width * height));
  return {
    width: Math.round(Math.sqrt(pixels * aspect)),
    height: Math.round(Math.sqrt(pixels / aspect)),
  };
}
