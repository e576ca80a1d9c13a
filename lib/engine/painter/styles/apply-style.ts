import type { Style } from "#lib/engine/painter/prompt/prompt-reading.ts";
import type { Pixels } from "#lib/engine/painter/render/pixels.ts";
import { paintInk } from "#lib/engine/painter/styles/ink.ts";
import { paintOil } from "#lib/engine/painter/styles/oil.ts";
import { paintPastel } from "#lib/engine/painter/styles/pastel.ts";
import { paintPixelArt } from "#lib/engine/painter/styles/pixel-art.ts";
import { paintWatercolor } from "#lib/engine/painter/styles/watercolor.ts";

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
