import { mix, shift } from "#lib/painter/drawing/colour.ts";
import { ellipse, path, rectangle } from "#lib/painter/drawing/shapes.ts";
import type { Stage } from "#lib/painter/scene/stage.ts";

/** A hole in a wall: its middle, and its size, in units. */
export interface Opening {
  x: number;
  y: number;
  wide: number;
  tall: number;
}

/** A window with curtains onto the hour outside. */
export function drawWindow(
  { light, random }: Stage,
  { x, y, wide, tall }: Opening,
  wood: string,
): string {
  const chance = random("view");
  const [left, top] = [x - wide / 2, y - tall / 2];
  const hill = (level: number, tone: string) =>
    path(
      `M${left} ${top + tall * level}Q${x - wide * 0.2} ${top + tall * (level - 0.16)} ${x} ${top + tall * level}T${left + wide} ${top + tall * (level - 0.04)}V${top + tall}H${left}z`,
      tone,
    );
  const stars =
    light.stars > 0.3
      ? Array.from({ length: 26 }, () =>
          ellipse(
            left + chance.next() * wide,
            top + chance.next() * tall * 0.6,
            1.3,
            1.3,
            "#ffffff",
            0.8,
          ),
        ).join("")
      : "";
  const sun = light.sun.isSeen ? ellipse(x + wide * 0.2, top + tall * 0.3, 26, 26, light.glow) : "";
  const frame = mix(wood, "#fff3df", 0.45);
  const bars = rectangle(x - 5, top, 10, tall, frame) + rectangle(left, y - 5, wide, 10, frame);
  return (
    rectangle(left - 18, top - 18, wide + 36, tall + 36, shift(frame, { lightness: -0.08 })) +
    rectangle(left, top, wide, tall, [light.sky[0], light.sky[2]]) +
    stars +
    sun +
    hill(0.74, mix(light.haze, light.shade, 0.3)) +
    hill(0.86, mix(light.haze, light.shade, 0.6)) +
    bars +
    rectangle(left - 34, top + tall + 12, wide + 68, 20, frame) +
    curtain(left - 58, top - 40, 74, tall + 110) +
    curtain(left + wide - 16, top - 40, 74, tall + 110) +
    rectangle(left - 84, top - 52, wide + 168, 12, wood)
  );
}

function curtain(x: number, y: number, wide: number, tall: number): string {
  const folds = [0, 1, 2, 3].map((fold) =>
    rectangle(
      x + (wide / 4) * fold,
      y,
      wide / 4,
      tall,
      fold % 2 === 0 ? ["#c86f5c", "#a85347"] : ["#b55f4e", "#94473d"],
    ),
  );
  return folds.join("");
}
