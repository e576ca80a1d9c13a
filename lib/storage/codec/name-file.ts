import { brandsOf } from "#lib/storage/codec/sniff-image.server.ts";

/** How far into a file its kind can show. */
const startBytes = 512;

/** What a file that is none of our pictures is, as "a TIFF, which browsers do not show"; null when nobody knows. */
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
  ["II*\0", "a TIFF, which browsers do not show"],
  ["MM\0*", "a TIFF, which browsers do not show"],
  ["II+\0", "a TIFF, which browsers do not show"],
  ["MM\0+", "a TIFF, which browsers do not show"],
  ["\xff\x0a", "a JPEG XL, which most browsers do not show"],
  ["\0\0\0\x0cJXL \r\n\x87\n", "a JPEG XL, which most browsers do not show"],
  ["\0\0\0\x0cjP  \r\n\x87\n", "a JPEG 2000, which browsers do not show"],
  ["\xff\x4f\xff\x51", "a JPEG 2000, which browsers do not show"],
  ["8BPS", "a Photoshop file (PSD), which browsers do not show"],
  ["BM", "a BMP, which is not kept: ask for PNG, JPEG or WebP"],
  ["\0\0\x01\0", "an icon file (ICO), not a picture"],
  ["\x76\x2f\x31\x01", "an OpenEXR, which browsers do not show"],
  ["#?RADIANCE", "a Radiance HDR, which browsers do not show"],
  ["DDS ", "a DDS texture, which browsers do not show"],
  ["qoif", "a QOI, which browsers do not show"],
  ["\x1a\x45\xdf\xa3", "a film (WebM or Matroska), not a picture"],
  ["PK\x03\x04", "a ZIP archive, not a picture"],
  ["\x1f\x8b", "data packed with gzip, not a picture"],
  ["%PDF-", "a PDF, not a picture"],
  ["%!PS", "a PostScript file, not a picture"],
];

/** By what a text begins with, behind a prologue and comments. */
const namesByText: readonly [start: RegExp, name: string][] = [
  [
    /^(<\?xml[^>]*>|<!--.*?-->|<!doctype svg[^>]*>|\s)*<svg[\s/>]/is,
    "an SVG, which can carry programs and is never shown",
  ],
  [/^(<!--.*?-->|\s)*<(!doctype html|html|head|body)[\s>]/is, "a web page, not a picture"],
  [/^P[1-7]\s+(#|\d)/, "a portable bitmap (PNM), which browsers do not show"],
  [/^[{[]/, "JSON, not a picture"],
];

/** By a brand of a file of boxes. */
const namesByBrand: readonly [brand: RegExp, name: string][] = [
  [/^(heic|heix|heim|heis|hevc|hevx)$/, "a HEIC picture, which most browsers do not show"],
  [/^(mif1|msf1|miaf)$/, "a HEIF picture of a kind that browsers do not show"],
  [/^(isom|iso\d|mp4\d|avc1|M4V |qt {2}|dash)$/, "a film, not a picture"],
];
