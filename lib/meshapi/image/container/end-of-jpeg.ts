/** Where a JPEG ends: behind its own mark of the end, and not that of a thumbnail in it; null where it breaks off before. */
export function endOfJpeg(file: Buffer): number | null {
  for (
    let at = file.indexOf(0xff, 2);
    at >= 0 && at + 1 < file.length;
    at = file.indexOf(0xff, at)
  ) {
    const mark = file[at + 1] ?? 0;
    if (mark === 0xd9) return at + 2;
    // Between the marks stand the picture's own bytes, in which 0xff is followed by zero, or by a mark to restart at.
    if (mark === 0xff) at += 1;
    else if (mark === 0 || mark === 1 || (mark >= 0xd0 && mark <= 0xd8)) at += 2;
    else if (at + 4 > file.length) return null;
    else at += 2 + file.readUInt16BE(at + 2);
  }
  return null;
}
