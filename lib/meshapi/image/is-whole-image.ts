/** Whether the file of a picture is there to its end, where its format says where that is. */
export function isWholeImage(bytes: Uint8Array): boolean {
  const { length } = bytes;
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, length);
  if (length < 16) return false;

  switch (file.toString("latin1", 0, 4)) {
    case "\x89PNG":
      return file.toString("latin1", length - 8, length - 4) === "IEND";
    case "RIFF":
      return length >= file.readUInt32LE(4) + 8;
    case "GIF8":
      return file[length - 1] === 0x3b;
    default:
      return file.readUInt16BE(0) === 0xffd8 && file.readUInt16BE(length - 2) === 0xffd9;
  }
}
