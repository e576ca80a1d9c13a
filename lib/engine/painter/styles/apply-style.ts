import type { Style } from "../prompt/prompt-reading.ts";
import type { Pixels } from "../render/pixels.ts";
import { paintInk } from "./ink.ts";
import { paintOil } from "./oil.ts";
import { paintPastel } from "./pastel.ts";
import { paintPixelArt } from "./pixel-art.ts";
import { paintWatercolor } from "./watercolor.ts";

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
