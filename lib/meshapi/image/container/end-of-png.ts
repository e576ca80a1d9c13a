/** How long the checksum is with which the last chunk ends. */
const checksumBytes = 4;

/**
 * Where a PNG ends: behind its chunk IEND; null where it breaks off before. Where nothing more comes, the checksum of that
 * chunk, which holds nothing, may be missing.
 */
export function endOfPng(file: Buffer, { isOver }: { isOver: boolean }): number | null {
  const missing = isOver ? checksumBytes : 0;
  // A chunk is its length, its name, so many bytes, and a checksum.
  for (let at = 8; at + 12 - missing <= file.length; at += file.readUInt32BE(at) + 12) {
    if (file.toString("latin1", at + 4, at + 8) === "IEND") return at + 12;
  }
  return null;
}
