/** With which the files of pictures begin, in hexadecimal; a dot is any digit. TIFF and BMP have their zeros named. */
const signatures: readonly RegExp[] = [
  "89504e470d0a1a0a",
  "ffd8ff",
  "47494638(37|39)61",
  "52494646.{8}57454250",
  // AVIF and HEIC; JPEG XL and JPEG 2000 in their boxes.
  "000000..66747970(617669(66|73)|6d696631|6d736631|6865(69|76)..)",
  "0000000c(4a584c20|6a502020)0d0a870a",
  "(49492a00|4d4d002a)",
  "424d.{8}00000000",
].map((digits) => new RegExp(`^${digits}`));

/** The same in base64, as far as whole groups of it go. */
const base64Start =
  /(iVBORw0K|[/_]9j[/_]|R0lGOD[dl]h|UklGR|AAAA[A-Za-z0-9+/\-_]{2}Z0eX|AAAADEpYTCAN|AAAADGpQICAN|SUkqA|TU0AK)/;
const base64Signatures = new RegExp(`^${base64Start.source}`);
const wrappedSignature = new RegExp(`(?<![A-Za-z0-9+/_-])${base64Start.source}`);

/** Whether bytes begin as the file of a picture does. SVG is none. */
export function isImage(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16));
  const digits = start.toString("hex");
  return signatures.some((signature) => signature.test(digits));
}

/** Whether text begins as a picture in base64 does, percent-encoded or not. */
export function isImageBase64(text: string): boolean {
  const start = text.slice(0, 24);
  return base64Signatures.test(start.includes("%") ? start.replaceAll(/%2F/gi, "/") : start);
}

/** Where a picture in base64 begins within a text, behind something else than a digit; −1 where none does. */
export function imageBase64In(text: string): number {
  return text.search(wrappedSignature);
}
