/** Where a PNG ends: behind its chunk IEND; null where it breaks off before. */
export function endOfPng(file: Buffer): number | null {
  // A chunk is its length, its name, so many bytes, and a checksum.
  for (let at = 8; at + 12 <= file.length; at += file.readUInt32BE(at) + 12) {
    if (file.toString("latin1", at + 4, at + 8) === "IEND") return at + 12;
  }
  return null;
}
