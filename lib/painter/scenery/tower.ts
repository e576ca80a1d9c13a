import { mix } from "#lib/painter/drawing/colour.ts";
import type { Random } from "#lib/painter/drawing/random.ts";
import { path, polygon, rectangle, round } from "#lib/painter/drawing/shapes.ts";
import type { Glow } from "#lib/painter/scene/glow.ts";
import { lit } from "#lib/painter/scene/light.ts";
import type { Stage } from "#lib/painter/scene/stage.ts";

/** The colours of signs. */
export const neons = ["#ff3d9a", "#36e2ff", "#b15bff", "#ffd23f", "#3dffb0"] as const;

const walls = ["#6d7f99", "#8a8296", "#a08d84", "#5f768c", "#b39a84"] as const;
const neonWalls = ["#5a4a9a", "#43509c", "#70429a"] as const;

/** A building, in the stage's units. */
export interface Tower {
  x: number;
  foot: number;
  wide: number;
  tall: number;
  /** From 0 (the horizon) to 1 (near). */
  depth: number;
  /** How clear its windows are, 0–1. */
  windows: number;
  /** Whether its lights are on. */
  isGlowing: boolean;
}

/** A building with its windows and its sign; the light that the sign throws comes beside it. */
export function drawTower(
  stage: Stage,
  random: Random,
  tower: Tower,
): { svg: string; glows: Glow[] } {
  const { light, reading } = stage;
  const wall = lit(light, random.pick(reading.isNeon ? neonWalls : walls), tower.depth);
  const body = drawBody(stage, random, { ...tower, wall });
  const windows = drawWindows(stage, random, { ...tower, wall });
  const hasSign = reading.isNeon && tower.depth > 0.4 && random.chance(0.75);
  const sign = hasSign ? drawSign(random, tower) : { svg: "", glows: [] };
  return { svg: body + windows + sign.svg, glows: sign.glows };
}

type PaintedTower = Tower & { wall: string };

function drawBody(
  { light }: Stage,
  random: Random,
  { x, foot, wide, tall, wall }: PaintedTower,
): string {
  const top = foot - tall;
  const sunnyX = light.sun.x < 0.5 ? x : x + wide * 0.7;
  const roof = polygon(
    [
      [x + wide * 0.2, top],
      [x + wide * 0.5, top - wide * 0.5],
      [x + wide * 0.8, top],
    ],
    wall,
  );
  const mast = rectangle(x + wide * 0.48, top - wide * 0.9, wide * 0.04, wide * 0.9, wall);
  return (
    rectangle(x, top, wide, tall, [wall, mix(wall, light.haze, 0.35)]) +
    rectangle(sunnyX, top, wide * 0.3, tall, mix(wall, light.glow, 0.2), 0.35) +
    (random.chance(0.3) ? roof : "") +
    (random.chance(0.25) ? mast : "")
  );
}

/** By day all panes mirror the sky; in the dark a third of them are lit. */
function drawWindows(
  { light, reading }: Stage,
  random: Random,
  { x, foot, wide, tall, windows, isGlowing, wall }: PaintedTower,
): string {
  const [gapX, gapY] = [wide / Math.max(3, Math.round(wide / 15)), 15];
  const lamp = random.pick(["#ffd88a", "#ffe3a8", "#ffcb6b"]);
  let panes = "";
  for (let y = foot - tall + 10; y < foot - 14; y += gapY) {
    for (let column = x + gapX * 0.35; column < x + wide - gapX * 0.5; column += gapX) {
      if (isGlowing && !random.chance(0.36)) continue;
      panes += `M${round(column)} ${round(y)}h${round(gapX * 0.45)}v${round(gapY * 0.5)}h${round(-gapX * 0.45)}z`;
    }
  }
  if (!isGlowing) return path(panes, mix(wall, light.sky[1], 0.45), windows);
  return path(
    panes,
    reading.isNeon ? mix(lamp, random.pick(neons), 0.5) : lamp,
    0.25 + windows * 0.7,
  );
}

function drawSign(random: Random, { x, foot, wide, tall }: Tower): { svg: string; glows: Glow[] } {
  const colour = random.pick(neons);
  const [left, top] = [
    x + wide * random.between(0.15, 0.7),
    foot - tall + tall * random.between(0.15, 0.45),
  ];
  const height = random.between(50, 120);
  const tube = rectangle(left + 3.5, top + 5, 9, height - 10, mix(colour, "#ffffff", 0.65));
  return {
    svg: rectangle(left, top, 16, height, colour) + tube,
    glows: [
      {
        x: left + 8,
        y: top + height / 2,
        radiusX: 74,
        radiusY: height * 0.9,
        colour,
        strength: 0.6,
      },
    ],
  };
}
