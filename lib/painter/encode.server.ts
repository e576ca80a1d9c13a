import sharp, { type Sharp } from "sharp";
import type { PaintJob } from "#lib/painter/paint-job.ts";
import type { Pixels } from "#lib/painter/render/pixels.ts";

const partialSideMax = 640;

/** The finished picture in the size and format that were asked for. */
export async function encodeImage(
  pixels: Pixels,
  {
    job,
    isTransparent,
    isPixelArt,
  }: { job: PaintJob; isTransparent: boolean; isPixelArt: boolean },
): Promise<Uint8Array> {
  const kernel = isPixelArt ? "nearest" : "lanczos3";
  const sized = toSharp(pixels).resize(job.width, job.height, { fit: "cover", kernel });
  const ground = isTransparent ? sized : sized.flatten({ background: "#ffffff" });
  const quality = job.encodingQuality ?? 90;
  switch (job.format) {
    case "jpeg":
      return ground
        .jpeg({ quality, chromaSubsampling: quality >= 85 ? "4:4:4" : "4:2:0" })
        .toBuffer();
    case "webp":
      return ground.webp({ quality, effort: 3 }).toBuffer();
    case "png":
      return ground.png({ compressionLevel: 4 }).toBuffer();
    default:
      return job.format satisfies never;
  }
}

/** An unfinished picture: small, and out of focus the more so the earlier. */
export async function encodePartial(
  pixels: Pixels,
  { blur }: { blur: number },
): Promise<Uint8Array> {
  const small = toSharp(pixels).resize(partialSideMax, partialSideMax, {
    fit: "inside",
    withoutEnlargement: true,
  });
  return (blur > 0 ? small.blur(blur) : small).webp({ quality: 70, effort: 1 }).toBuffer();
}

function toSharp({ data, width, height }: Pixels): Sharp {
  return sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), {
    raw: { width, height, channels: 4 },
  });
}
