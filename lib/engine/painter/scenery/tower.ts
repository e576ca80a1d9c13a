import type { Random } from "#lib/engine/painter/random.ts";
import { mix } from "#lib/engine/painter/scene/colour.ts";
import type { Glow } from "#lib/engine/painter/scene/glow.ts";
import { lit } from "#lib/engine/painter/scene/light.ts";
import { path, polygon, rectangle, round } from "#lib/engine/painter/scene/shapes.ts";
import type { Stage } from "#lib/engine/painter/scene/stage.ts";

/** The colours of signs. */
export const neons = ["#ff3d9a", "#36e2ff", "#b15bff", "#ffd23f", "#3dffb0"] as const;

/** A building with its windows and its sign; the light that the sign throws comes beside it. */
export function drawTower(
  { light, reading }: Stage,
  random: Random,
  {
    x,
    foot,
    wide,
    tall,
    depth,
    windows,
    isGlowing,
  }: {
    x: number;
    foot: number;
    wide: number;
    tall: number;
    depth: number;
    windows: number;
    isGlowing: boolean;
  },
): { svg: string; glows: Glow[] } {
  const local = random.pick(
    reading.isNeon
      ? ["#5a4a9a", "#43509c", "#70429a"]
      : ["#6d7f99", "#8a8296", "#a08d84", "#5f768c", "#b39a84"],
  );
  const wall = lit(light, local, depth);
  const top = foot - tall;
  const sunny = mix(wall, light.glow, 0.2);
  let svg =
    rectangle(x, top, wide, tall, [wall, mix(wall, light.haze, 0.35)]) +
    rectangle(light.sun.x < 0.5 ? x : x + wide * 0.7, top, wide * 0.3, tall, sunny, 0.35);
  const glows: Glow[] = [];
  if (random.chance(0.3))
    svg += polygon(
      [
        [x + wide * 0.2, top],
        [x + wide * 0.5, top - wide * 0.5],
        [x + wide * 0.8, top],
      ],
      wall,
    );
  if (random.chance(0.25))
    svg += rectangle(x + wide * 0.48, top - wide * 0.9, wide * 0.04, wide * 0.9, wall);

  const [gapX, gapY] = [wide / Math.max(3, Math.round(wide / 15)), 15];
  const lamp = random.pick(["#ffd88a", "#ffe3a8", "#ffcb6b"]);
  let lamps = "";
  let panes = "";
  for (let y = top + 10; y < foot - 14; y += gapY) {
    for (let column = x + gapX * 0.35; column < x + wide - gapX * 0.5; column += gapX) {
      const d = `M${round(column)} ${round(y)}h${round(gapX * 0.45)}v${round(gapY * 0.5)}h${round(-gapX * 0.45)}z`;
      if (isGlowing && random.chance(0.36)) lamps += d;
      if (!isGlowing) panes += d;
    }
  }
  svg +=
    path(panes, mix(wall, light.sky[1], 0.45), windows) +
    path(lamps, reading.isNeon ? mix(lamp, random.pick(neons), 0.5) : lamp, 0.25 + windows * 0.7);
  if (reading.isNeon && depth > 0.4 && random.chance(0.75)) {
    const neon = random.pick(neons);
    const [signX, signY, tallSign] = [
      x + wide * random.between(0.15, 0.7),
      top + tall * random.between(0.15, 0.45),
      random.between(50, 120),
    ];
    svg +=
      rectangle(signX, signY, 16, tallSign, neon) +
      rectangle(signX + 3.5, signY + 5, 9, tallSign - 10, mix(neon, "#ffffff", 0.65));
    glows.push({
      x: signX + 8,
      y: signY + tallSign / 2,
      radiusX: 74,
      radiusY: tallSign * 0.9,
      colour: neon,
      strength: 0.6,
    });
  }
  return { svg, glows };
}
