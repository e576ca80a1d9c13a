import { mix, shift } from "#lib/painter/drawing/colour.ts";
import type { Random } from "#lib/painter/drawing/random.ts";
import { path, rectangle, round } from "#lib/painter/drawing/shapes.ts";
import { lit } from "#lib/painter/scene/light.ts";
import type { Stage } from "#lib/painter/scene/stage.ts";

/** A path that winds from the painter's feet to a point on the far edge of the meadow. */
export function drawPath(
  { width, height, light, reading }: Stage,
  random: Random,
  top: number,
): string {
  const sand = lit(light, reading.weather === "snow" ? "#cdd9e6" : "#d9bf8f", 0.92);
  const [from, to] = [width * random.between(0.3, 0.7), width * random.between(0.25, 0.75)];
  const bend = random.between(120, 260) * random.pick([-1, 1]);
  const middle = (top + height) / 2;
  return path(
    `M${round(from - 120)} ${round(height + 5)}C${round(from - 60 + bend)} ${round(middle + 60)} ${round(to - bend)} ${round(middle - 20)} ${round(to - 5)} ${round(top + 6)}L${round(to + 5)} ${round(top + 6)}C${round(to + 26 - bend)} ${round(middle - 14)} ${round(from + 80 + bend)} ${round(middle + 70)} ${round(from + 130)} ${round(height + 5)}z`,
    [mix(sand, light.haze, 0.3), shift(sand, { lightness: -0.04 })],
  );
}

/** A picket fence along the far edge of a garden. */
export function drawFence({ width, light }: Stage, y: number): string {
  const white = lit(light, "#fbf6ec", 0.85);
  const shade = shift(white, { lightness: -0.08 });
  let pickets = "";
  for (let x = -10; x < width + 20; x += 30) {
    pickets += `M${round(x)} ${round(y)}v-58l9 -11l9 11v58z`;
  }
  return (
    rectangle(0, y - 46, width, 8, shade) +
    rectangle(0, y - 20, width, 8, shade) +
    path(pickets, white)
  );
}
