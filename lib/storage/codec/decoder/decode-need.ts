import type { Metadata } from "sharp";

const mb = 1024 * 1024;

/** What any decoder takes whatever the size: its code, its buffers, the small picture that comes out. */
const fixedBytes = 24 * mb;

/**
 * How many bytes of memory it takes to decode a picture to its thumbnails, by what its header says. The factors are
 * measured, as peaks of resident memory, and rounded up: docs/decisions/0015-decoding-within-memory.md has the table.
 */
export function decodeNeed(metadata: Metadata): number {
  const { width, height, pages = 1 } = metadata;
  return fixedBytes + Math.ceil(width * height * pages * bytesPerPixel(metadata));
}

function bytesPerPixel(metadata: Metadata): number {
  const { format, depth, channels, pages = 1, isProgressive } = metadata;
  // Every frame of an animation is decoded, as RGBA, and all of them are held.
  if (pages > 1) return 5;

  switch (format) {
    // AV1 keeps frames that others may refer to, and the planes are copied twice on their way to RGB.
    case "heif":
      return depth === "uchar" ? 22 : 29;
    case "gif":
      return 5.5;
    // A progressive file is held whole as coefficients; else rows stream through, and shrink while they are read.
    case "jpeg":
      return isProgressive ? 2.2 * chromaShare(metadata) * channels : 0.3 * channels;
    // Lossless ones are held whole.
    case "webp":
      return 4.5;
    default: {
      const bytes = channels * (depth === "ushort" ? 2 : 1);
      return isProgressive ? 1.3 * bytes : 0.35 * bytes;
    }
  }
}

/** How much of the samples chroma subsampling leaves. */
function chromaShare({ chromaSubsampling }: Metadata): number {
  if (chromaSubsampling === "4:2:0") return 0.5;
  return chromaSubsampling === "4:2:2" ? 0.67 : 1;
}
