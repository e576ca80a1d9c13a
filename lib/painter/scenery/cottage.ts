import { shift } from "#lib/painter/drawing/colour.ts";
import type { Random } from "#lib/painter/drawing/random.ts";
import { polygon, rectangle } from "#lib/painter/drawing/shapes.ts";
import { type Light, lit } from "#lib/painter/scene/light.ts";

/** A small house seen from afar, its window lit when it is dark. */
export function drawCottage(
  random: Random,
  {
    x,
    y,
    size,
    light,
    depth,
    hasSnow,
  }: { x: number; y: number; size: number; light: Light; depth: number; hasSnow: boolean },
): string {
  const wall = lit(light, random.pick(["#f3e6d0", "#e9d3b4", "#f0ded6", "#dfe4dc"]), depth);
  const roof = hasSnow
    ? lit(light, "#fbfdff", depth)
    : lit(light, random.pick(["#b4523c", "#8f4a3d", "#6d5560"]), depth);
  const isDark = light.time === "night" || light.time === "dusk";
  const window = isDark ? "#ffd98a" : lit(light, "#5d7288", depth);
  const [w, h] = [size * random.between(0.9, 1.3), size * 0.62];
  return (
    rectangle(x - w / 2, y - h, w, h, [wall, shift(wall, { lightness: -0.06 })]) +
    polygon(
      [
        [x - w * 0.6, y - h],
        [x - w * 0.36, y - h * 1.85],
        [x + w * 0.36, y - h * 1.85],
        [x + w * 0.6, y - h],
      ],
      roof,
    ) +
    rectangle(x + w * 0.16, y - h * 2.1, w * 0.1, h * 0.45, shift(roof, { lightness: -0.08 })) +
    rectangle(x - w * 0.3, y - h * 0.72, w * 0.18, h * 0.3, window) +
    rectangle(x + w * 0.1, y - h * 0.72, w * 0.18, h * 0.3, window) +
    rectangle(x - w * 0.08, y - h * 0.55, w * 0.14, h * 0.55, shift(roof, { lightness: -0.1 }))
  );
}
