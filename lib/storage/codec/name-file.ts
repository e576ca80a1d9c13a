import { brandsOf } from "#lib/storage/codec/sniff-image.server.ts";

/** How far into a file its kind can show. */
const startBytes = 512;

/** What a file that is none of our pictures is, as "tiff", for the catalogue; null when nobody knows. */
export function nameFile(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, startBytes)).toString("latin1");
  const byStart = namesByStart.find(([first]) => start.startsWith(first));
  if (byStart) return byStart[1];

  const text = start.replace(/^\xef\xbb\xbf/, "").trimStart();
  const byText = namesByText.find(([pattern]) => pattern.test(text));
  if (byText) return byText[1];

  const brands = brandsOf(bytes);
  return namesByBrand.find(([pattern]) => brands.some((brand) => pattern.test(brand)))?.[1] ?? null;
}

/** By the first bytes, each one character. */
const namesByStart: readonly [start: string, name: string][] = [
  ["II*\0", "tiff"],
  ["MM\0*", "tiff"],
  ["II+\0", "tiff"],
  ["MM\0+", "tiff"],
  ["\xff\x0a", "jxl"],
  ["\0\0\0\x0cJXL \r\n\x87\n", "jxl"],
  ["\0\0\0\x0cjP  \r\n\x87\n", "jp2"],
  ["\xff\x4f\xff\x51", "jp2"],
  ["8BPS", "psd"],
  ["BM", "bmp"],
  ["\0\0\x01\0", "ico"],
  ["\x76\x2f\x31\x01", "exr"],
  ["#?RADIANCE", "hdr"],
  ["DDS ", "dds"],
  ["qoif", "qoi"],
  ["\x1a\x45\xdf\xa3", "webm"],
  ["PK\x03\x04", "zip"],
  ["\x1f\x8b", "gzip"],
  ["%PDF-", "pdf"],
  ["%!PS", "ps"],
];

/** By what a text begins with, behind a prologue and comments. */
const namesByText: readonly [start: RegExp, name: string][] = [
  [/^(<\?xml[^>]*>|<!--.*?-->|<!doctype svg[^>]*>|\s)*<svg[\s/>]/is, "svg"],
  [/^(<!--.*?-->|\s)*<(!doctype html|html|head|body)[\s>]/is, "html"],
  [/^P[1-7]\s+(#|\d)/, "pnm"],
  [/^[{[]/, "json"],
];

/** By a brand of a file of boxes. */
const namesByBrand: readonly [brand: RegExp, name: string][] = [
  // One with a still picture in it is kept.
  [/^avis$/, "film"],
  [/^(heic|heix|heim|heis|hevc|hevx)$/, "heic"],
  [/^(mif1|msf1|miaf)$/, "heif"],
  [/^(isom|iso\d|mp4\d|avc1|M4V |qt {2}|dash)$/, "film"],
];
