import { type ImageRequest, parseSize } from "#lib/engine/image-request.ts";
import { seedMax } from "#lib/engine/request-limits.ts";
import { hashText } from "#lib/painter/drawing/random.ts";
import type { PaintJob } from "#lib/painter/paint-job.ts";

const sizeDefault = { width: 1024, height: 1024 };
const encodingQualityDefault = 90;
const partialsDefault = 2;

const qualities = {
  auto: "medium",
  low: "low",
  medium: "medium",
  standard: "medium",
  high: "high",
  hd: "high",
  xhigh: "high",
  max: "high",
} as const;

/** Makes every choice that a request leaves open. Without a seed the prompt is the seed, so nothing is left to chance. */
export function readRequest(request: ImageRequest): PaintJob {
  // What it paints does not move.
  const format = request.output_format === "gif" ? "png" : (request.output_format ?? "png");
  const wantsTransparency = request.background === "transparent";
  const isTransparent = wantsTransparency && format !== "jpeg";
  const size = parseSize(request.size) ?? sizeDefault;
  const hasSeed = request.seed !== undefined && request.seed >= 0;

  return {
    prompt: request.prompt,
    seed: hasSeed ? (request.seed ?? 0) : hashText(request.prompt) % seedMax,
    width: size.width,
    height: size.height,
    quality: qualities[request.quality ?? "auto"],
    format,
    encodingQuality: format === "png" ? null : readEncodingQuality(request.output_compression),
    isTransparent,
    partials: request.partial_images ?? partialsDefault,
    notes: wantsTransparency && !isTransparent ? [{ code: "jpeg_is_opaque", parameters: {} }] : [],
  };
}

/** `output_compression` is the quality to keep, 100 the best; the encoders begin at 1. */
function readEncodingQuality(compression: number | undefined): number {
  return Math.max(1, compression ?? encodingQualityDefault);
}
