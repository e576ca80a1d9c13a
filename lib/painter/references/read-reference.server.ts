import sharp from "sharp";
import { type Colours, readColours } from "#lib/painter/references/take-colours.ts";

/** Enough of a picture to tell its colours. */
const edge = 96;

/** The colours of a reference, by its file. */
export async function readReference(file: Uint8Array): Promise<Colours> {
  const { data, info } = await sharp(file, { autoOrient: true })
    .resize({ width: edge, height: edge, fit: "inside" })
    .toColourspace("srgb")
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return readColours({ width: info.width, height: info.height, data: new Uint8ClampedArray(data) });
}
