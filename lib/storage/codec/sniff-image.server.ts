/** The media types of the pictures that the studio keeps. */
export type ImageType = "image/png" | "image/jpeg" | "image/webp" | "image/avif" | "image/gif";

/** How far into a file its kind can show: an AVIF lists its brands first, which are a few. */
const startBytes = 256;

/**
 * Tells the media type of a picture by its first bytes, whatever its name or its server says; null for
 * all else, SVG, HTML and PDF included, since those can carry programs.
 */
export function sniffImage(bytes: Uint8Array): ImageType | null {
  const start = Buffer.from(bytes.subarray(0, startBytes)).toString("latin1");

  if (start.startsWith("\x89PNG\r\n\x1a\n")) return "image/png";
  if (start.startsWith("\xff\xd8\xff")) return "image/jpeg";
  if (/^GIF8[79]a/.test(start)) return "image/gif";
  if (/^RIFF.{4}WEBP/s.test(start)) return "image/webp";
  if (brandsOf(bytes).some((brand) => brand === "avif" || brand === "avis")) return "image/avif";
  return null;
}

/** The brands of a file whose first box is "ftyp": a length, the name, a brand, a version, more brands (ISO 14496-12, 4.3). */
export function brandsOf(bytes: Uint8Array): string[] {
  const start = Buffer.from(bytes.subarray(0, startBytes));
  if (start.length < 12 || start.toString("latin1", 4, 8) !== "ftyp") return [];

  const box = start.subarray(0, Math.max(start.readUInt32BE(0), 12)).toString("latin1");
  const compatible = box.slice(16).match(/.{4}/gs) ?? [];
  return [box.slice(8, 12), ...compatible];
}

/** Whether a file of boxes is a film alone: it has a track, and no item that is its picture. */
export function isFilm(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let hasTrack = false;
  for (let at = 0; at + 16 <= file.length; ) {
    const name = file.toString("latin1", at + 4, at + 8);
    const length = file.readUInt32BE(at);
    // 1: the length stands behind the name; 0: it is the last box.
    const end = at + (length === 1 ? Number(file.readBigUInt64BE(at + 8)) : length || file.length);
    if (name === "meta" && file.subarray(at, end).includes("pitm")) return false;
    if (name === "moov") hasTrack = true;
    if (end < at + 8) break;
    at = end;
  }
  return hasTrack;
}
