import { shift } from "#lib/painter/drawing/colour.ts";
import type { Layer } from "#lib/painter/drawing/layer.ts";
import type { Random } from "#lib/painter/drawing/random.ts";
import { polygon, round } from "#lib/painter/drawing/shapes.ts";
import { lit } from "#lib/painter/scene/light.ts";
import type { Scenery, Stage } from "#lib/painter/scene/stage.ts";
import { trunksOf } from "#lib/painter/scenery/landscape/forest-frame.ts";
import { paintMeadowGround } from "#lib/painter/scenery/landscape/meadow-ground.ts";
import { drawRidge } from "#lib/painter/scenery/landscape/ridges.ts";
import { paintSky } from "#lib/painter/scenery/landscape/sky.ts";
import { drawBroadleaf, drawConifer } from "#lib/painter/scenery/landscape/trees.ts";

const rowDepths = [0.18, 0.36, 0.58, 0.8] as const;

/** What the trees of a forest have in common. */
interface Wood {
  leaf: string;
  isWinter: boolean;
  isConifer: boolean;
}

/** A clearing: rows of trees that fade into mist, tall trunks at the sides, and light falling in. */
export function paintForest(stage: Stage): Scenery {
  const { height, reading } = stage;
  const isWinter = reading.weather === "snow";
  const random = stage.random("forest");
  const isConifer = isWinter || reading.weather === "fog" || random.chance(0.6);
  const wood = { leaf: leafOf(stage, { isWinter, isConifer }), isWinter, isConifer };
  const top = height * 0.7;
  const rows = rowDepths.map((depth, row) =>
    drawRow(stage, random, { wood, depth, row, foot: top - 46 + row * 24 }),
  );

  const ground = paintMeadowGround(stage, {
    top,
    colour: isWinter ? "#edf3fa" : "#5e8446",
    isWinter,
    flowers: isWinter ? 0 : 26,
  });
  const layers: Layer[] = [
    ...paintSky(stage, height * 0.7),
    { kind: "shapes", svg: drawFarWood(stage, wood.leaf) + rows.join("") },
    raysOf(stage),
    ...ground.behind,
  ];
  return {
    behind: layers,
    // Water-colour ends in bare paper before the edge, where trunks would only be dirt.
    ahead:
      reading.style === "watercolor"
        ? ground.ahead
        : [trunksOf(stage, random, wood), ...ground.ahead],
    ground: {
      front: height * 0.88,
      back: height * 0.75,
      air: height * 0.36,
      water: null,
      isWeightless: false,
      person: 350,
      isCentred: false,
    },
  };
}

function leafOf({ light }: Stage, { isWinter, isConifer }: Omit<Wood, "leaf">): string {
  if (isWinter) return "#4f7a78";
  if (light.time === "sunset") return "#7a7a35";
  return isConifer ? "#2d6650" : "#4b8a45";
}

function drawFarWood(stage: Stage, leaf: string): string {
  return drawRidge(stage, {
    label: "far wood",
    y: stage.height * 0.56,
    rise: 40,
    length: 500,
    sharpness: 0,
    depth: 0.12,
    colour: leaf,
    trees: 120,
  });
}

interface Row {
  wood: Wood;
  depth: number;
  /** From 0, the farthest. */
  row: number;
  foot: number;
}

/** A row of trees, and the mist before it. */
function drawRow(stage: Stage, random: Random, { wood, depth, row, foot }: Row): string {
  const { width, light } = stage;
  const colour = lit(light, wood.leaf, depth);
  const gap = (70 + row * 46) * (wood.isConifer ? 1 : 1.25);
  const drawTree = wood.isConifer ? drawConifer : drawBroadleaf;
  let svg = "";

  for (let x = random.between(-60, 0); x < width + 60; x += gap * random.between(0.7, 1.3)) {
    // The middle stays open, the more so the nearer: it is where the subject is.
    const open = Math.abs(x / width - 0.5) * 2;
    if (row > 1 && open < 0.22 + 0.16 * row) continue;
    const tall = (190 + row * 105) * random.between(0.75, 1.2) * (0.72 + 0.4 * open);
    svg += drawTree(random, {
      x,
      y: foot + random.between(0, 18),
      height: tall,
      colour: shift(colour, { lightness: random.between(-0.025, 0.025) }),
      lightFrom: light.sun.x < 0.5 ? -1 : 1,
      glow: light.glow,
      hasSnow: wood.isWinter,
    });
  }
  return svg + mistBand(stage, foot - 70, 120, 0.34 - row * 0.06);
}

function mistBand({ width, light }: Stage, y: number, height: number, opacity: number): string {
  const id = `mist${Math.round(y)}`;
  return `<linearGradient id="${id}" x2="0" y2="1"><stop stop-color="${light.haze}" stop-opacity="0"/><stop offset=".6" stop-color="${light.haze}" stop-opacity="${opacity.toFixed(2)}"/><stop offset="1" stop-color="${light.haze}" stop-opacity="0"/></linearGradient><rect y="${round(y)}" width="${width}" height="${height}" fill="url(#${id})"/>`;
}

/** Shafts of light from where the sun is. */
function raysOf({ width, height, light, random }: Stage): Layer {
  const chance = random("rays");
  const strength = light.weather === "clear" || light.weather === "fog" ? 0.2 : 0.08;
  const [sunX, sunY] = [light.sun.x * width, Math.min(light.sun.y, 0.1) * height - 200];
  let svg = "";
  for (let ray = 0; ray < 8; ray += 1) {
    const aim = width * chance.between(0.05, 0.95);
    const spread = chance.between(18, 60);
    svg += polygon(
      [
        [sunX - 8, sunY],
        [sunX + 8, sunY],
        [aim + spread, height * 0.92],
        [aim - spread, height * 0.92],
      ],
      light.glow,
      strength * chance.between(0.3, 1),
    );
  }
  return { kind: "shapes", svg, softness: 8, blend: "screen" };
}
