const extension = 0x21;
const frame = 0x2c;
const trailer = 0x3b;

/** Where a GIF ends: behind its trailer; null where it breaks off before, or has a block that nobody knows. */
export function endOfGif(file: Buffer): number | null {
  let at = 13 + tableBytes(file[10] ?? 0);

  while (at < file.length) {
    switch (file[at]) {
      case trailer:
        return at + 1;
      case extension:
        at = endOfParts(file, at + 2);
        break;
      case frame:
        at = endOfParts(file, at + 11 + tableBytes(file[at + 9] ?? 0));
        break;
      case 0:
        at += 1;
        break;
      default:
        return null;
    }
  }
  return null;
}

/** A table of colours, whose size stands in a byte of flags. */
function tableBytes(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** Each has its length in front; one without bytes is the last. */
function endOfParts(file: Buffer, from: number): number {
  let at = from;
  while (at < file.length && file[at] !== 0) at += (file[at] ?? 0) + 1;
  return at + 1;
}
