import { type Rgb, toRgb } from "#lib/painter/drawing/colour.ts";
import type { Layer } from "#lib/painter/drawing/layer.ts";
import type { Stage } from "#lib/painter/scene/stage.ts";

/** A soft spot: of light when laid over as a screen, of shadow when multiplied. Units of the stage. */
export interface Glow {
  x: number;
  y: number;
  /** Where it has fallen to a third. */
  radiusX: number;
  radiusY: number;
  colour: string;
  /** Opacity in the middle, 0–1. */
  strength: number;
}

/** Spots with no edge, all in one coarse field: a blur in SVG would cost a second. */
export function glowLayer(
  { width, height }: Stage,
  glows: readonly Glow[],
  { blend, columns }: { blend: "screen" | "multiply"; columns: number },
): Layer {
  const spots = glows.map((glow) => ({ ...glow, rgb: toRgb(glow.colour) satisfies Rgb }));
  const dark = blend === "multiply";

  return {
    kind: "field",
    columns,
    blend,
    paint: (shareX, shareY, target) => {
      const [x, y] = [shareX * width, shareY * height];
      let [red, green, blue, sum] = [0, 0, 0, 0];
      for (const spot of spots) {
        const dx = (x - spot.x) / spot.radiusX;
        const dy = (y - spot.y) / spot.radiusY;
        const distance = dx * dx + dy * dy;
        if (distance > 6) continue;
        const here = spot.strength * Math.exp(-distance);
        red += spot.rgb[0] * here;
        green += spot.rgb[1] * here;
        blue += spot.rgb[2] * here;
        sum += here;
      }
      const whole = sum > 0 ? sum : 1;
      target[0] = red / whole;
      target[1] = green / whole;
      target[2] = blue / whole;
      target[3] = 255 * Math.min(dark ? 0.75 : 0.95, sum);
    },
  };
}
