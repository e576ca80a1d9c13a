import { endOfGif } from "./container/end-of-gif.ts";
import { endOfJpeg } from "./container/end-of-jpeg.ts";
import { endOfPng } from "./container/end-of-png.ts";
import { holdsBoxes } from "./container/holds-boxes.ts";

/**
 * Whether the file of a picture is there to its end. Its last bytes do not tell: those that end a file stand in the middle
 * of others, as those of a thumbnail, so that it is walked part by part. What follows it is no part of it. Null where its
 * format does not say where it ends. `isOver` says that no more of it can come, so that a last checksum is not waited for.
 */
export function isWholeImage(bytes: Uint8Array, { isOver = false } = {}): boolean | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.length < 16) return false;

  switch (file.toString("latin1", 0, 4)) {
    case "\x89PNG":
      return endOfPng(file, { isOver }) !== null;
    case "RIFF":
      return file.length >= file.readUInt32LE(4) + 8;
    case "GIF8":
      return endOfGif(file) !== null;
    default:
      if (file.readUInt16BE(0) === 0xffd8) return endOfJpeg(file) !== null;
      return file.readUInt16BE(0) === 0x0000 ? holdsBoxes(file) : null;
  }
}
