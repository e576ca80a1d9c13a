import { mix, shift } from "#lib/painter/drawing/colour.ts";
import { ellipse, polygon, rectangle } from "#lib/painter/drawing/shapes.ts";

/** A round-edged table seen from the front and a little from above; things stand at `top` plus a third of its depth. */
export function drawDiningTable({
  width,
  height,
  top,
  wood,
  cloth,
}: {
  width: number;
  height: number;
  top: number;
  wood: string;
  cloth: string;
}): string {
  const [left, right, depth] = [width / 2 - 400, width / 2 + 400, 96];
  const surface = mix(wood, "#ffe9c9", 0.22);
  const legs = [left + 60, right - 90].map((x) =>
    rectangle(x, top + depth, 34, height - top, [
      shift(wood, { lightness: -0.08 }),
      shift(wood, { lightness: -0.14 }),
    ]),
  );
  return (
    legs.join("") +
    polygon(
      [
        [left + 70, top],
        [right - 70, top],
        [right, top + depth],
        [left, top + depth],
      ],
      [shift(surface, { lightness: -0.02 }), surface],
    ) +
    rectangle(left, top + depth, right - left, 24, shift(wood, { lightness: -0.05 })) +
    ellipse(width / 2, top + depth * 0.52, 250, 34, cloth) +
    ellipse(width / 2, top + depth * 0.52, 226, 29, mix(cloth, "#ffffff", 0.28))
  );
}
