/** What a file of boxes is not without: of AVIF and HEIC, of their sequences, of JPEG XL, of JPEG 2000. */
const complete = [["meta", "mdat"], ["moov", "mdat"], ["jxlc"], ["jp2c"]];

/** Whether a file of boxes has all that it needs, each to its end; null where the last box is as long as the file is. */
export function holdsBoxes(file: Buffer): boolean | null {
  const found = new Set<string>();
  const isComplete = () => complete.some((names) => names.every((name) => found.has(name)));

  for (let at = 0; at + 8 <= file.length; ) {
    const name = file.toString("latin1", at + 4, at + 8);
    // What stands behind the file is no box.
    if (!/^[ -~]{4}$/.test(name)) return isComplete();
    const bytes = file.readUInt32BE(at);
    if (bytes === 0) return null;
    if (bytes === 1 && at + 16 > file.length) return false;
    // The last of the parts of JPEG XL is marked so.
    const isLastPart = name === "jxlp" && ((file[at + 8] ?? 0) & 0x80) !== 0;
    const end = at + (bytes === 1 ? Number(file.readBigUInt64BE(at + 8)) : bytes);
    if (end > file.length || end <= at) return isComplete() && end <= at;
    found.add(isLastPart ? "jxlc" : name);
    at = end;
  }
  return isComplete();
}
