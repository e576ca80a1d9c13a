/** Without the bytes of a letter of UTF-8 that goes on behind them. */
export function cutLetter(bytes: Buffer): Buffer {
  const last = bytes.findLastIndex((byte) => (byte & 0xc0) !== 0x80);
  return bytes.subarray(0, (bytes[last] ?? 0) < 0x80 ? bytes.length : last);
}
