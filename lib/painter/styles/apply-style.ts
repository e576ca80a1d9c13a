import type { Style } from "#lib/painter/prompt/prompt-reading.ts";
import type { Pixels } from "#lib/painter/render/pixels.ts";
import { paintInk } from "#lib/painter/styles/ink.ts";
import { paintOil } from "#lib/painter/styles/oil.ts";
import { paintPastel } from "#lib/painter/styles/pastel.ts";
import { paintPixelArt } from "#lib/painter/styles/pixel-art.ts";
import { paintWatercolor } from "#lib/painter/styles/watercolor.ts";

/** The picture in a style. Flat pictures, and photographs (whose depth is drawn earlier), stay as they are. */
export function applyStyle(
  pixels: Pixels,
  { style, seed, isTransparent }: { style: Style; seed: number; isTransparent: boolean },
): Pixels {
  switch (style) {
    case "watercolor":
      return paintWatercolor(pixels, { seed, isTransparent });
    case "oil":
      return paintOil(pixels, { seed });
    case "pixel":
      return paintPixelArt(pixels);
    case "ink":
      return paintInk(pixels, { seed });
    case "pastel":
      return paintPastel(pixels, { seed });
    case "flat":
    case "photo":
      return pixels;
    default:
      return style satisfies never;
  }
}
