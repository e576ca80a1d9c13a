import type { Style } from "../prompt/prompt-reading.ts";
import type { Pixels } from "../render/pixels.ts";
import type { Light } from "../scene/light.ts";

export interface StyleOptions {
  style: Style;
  seed: number;
  light: Light;
  isTransparent: boolean;
}

export async function applyStyle(pixels: Pixels, _options: StyleOptions): Promise<Pixels> {
  return pixels;
}
