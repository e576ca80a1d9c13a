import type { Random } from "../random.ts";
import { mix, shift } from "../scene/colour.ts";
import type { Layer } from "../scene/layer.ts";
import { type Light, lit } from "../scene/light.ts";
import { ellipse, path, polygon, round } from "../scene/shapes.ts";
import type { Scenery, Stage } from "../scene/stage.ts";
import { paintMeadowGround } from "./meadow-ground.ts";
import { drawRidge } from "./ridges.ts";
import { paintSky } from "./sky.ts";
import { drawBroadleaf, drawConifer } from "./trees.ts";

/** A clearing: rows of trees that fade into mist, tall trunks at the sides, and light falling in. */
export function paintForest(stage: Stage): Scenery {
  const { width, height, light, reading } = stage;
  const isWinter = reading.weather === "snow";
  const random = stage.random("forest");
  const isConifer = isWinter || reading.weather === "fog" || random.chance(0.6);
  const leaf = isWinter
    ? "#4f7a78"
    : light.time === "sunset"
      ? "#7a7a35"
      : isConifer
        ? "#2d6650"
        : "#4b8a45";
  const top = height * 0.7;
  const rows = [0.18, 0.36, 0.58, 0.8];
  let svg = drawRidge(stage, {
    label: "far wood",
    y: height * 0.56,
    rise: 40,
    length: 500,
    sharpness: 0,
    depth: 0.12,
    colour: leaf,
    trees: 120,
  });

  rows.forEach((depth, row) => {
    const foot = top - 46 + row * 24;
    const colour = lit(light, leaf, depth);
    const gap = (70 + row * 46) * (isConifer ? 1 : 1.25);
    for (let x = random.between(-60, 0); x < width + 60; x += gap * random.between(0.7, 1.3)) {
      // The middle stays open, the more so the nearer: it is where the subject is.
      const open = Math.abs(x / width - 0.5) * 2;
      if (row > 1 && open < 0.22 + 0.16 * row) continue;
      const tall = (190 + row * 105) * random.between(0.75, 1.2) * (0.72 + 0.4 * open);
      const options = {
        x,
        y: foot + random.between(0, 18),
        height: tall,
        colour: shift(colour, { lightness: random.between(-0.025, 0.025) }),
        lightFrom: light.sun.x < 0.5 ? -1 : 1,
        glow: light.glow,
        hasSnow: isWinter,
      };
      svg += isConifer ? drawConifer(random, options) : drawBroadleaf(random, options);
    }
    svg += mistBand(stage, foot - 70, 120, 0.34 - row * 0.06);
  });

  const ground = paintMeadowGround(stage, {
    top,
    colour: isWinter ? "#edf3fa" : "#5e8446",
    isWinter,
    flowers: isWinter ? 0 : 26,
  });
  const layers: Layer[] = [
    ...paintSky(stage, height * 0.7),
    { kind: "shapes", svg },
    raysOf(stage),
    ...ground.behind,
  ];
  return {
    behind: layers,
    // Water-colour ends in bare paper before the edge, where trunks would only be dirt.
    ahead:
      reading.style === "watercolor"
        ? ground.ahead
        : [trunksOf(stage, random, { leaf, isWinter, isConifer }), ...ground.ahead],
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

/** Two or three great trunks at the edges, with boughs across the upper corners. */
function trunksOf(
  { width, height, light }: Stage,
  random: Random,
  wood: { leaf: string; isWinter: boolean; isConifer: boolean },
): Layer {
  const bark = mix(lit(light, "#4a382e", 1), light.shade, 0.45);
  let svg = "";
  for (const edge of [-1, 1]) {
    const x = edge < 0 ? width * random.between(-0.02, 0.04) : width * random.between(0.96, 1.02);
    const half = random.between(34, 52);
    svg += path(
      `M${round(x - half * 1.6)} ${height}C${round(x - half)} ${height * 0.7} ${round(x - half)} ${height * 0.3} ${round(x - half * 0.8)} -10H${round(x + half * 0.8)}C${round(x + half)} ${height * 0.3} ${round(x + half)} ${height * 0.7} ${round(x + half * 1.7)} ${height}z`,
      [shift(bark, { lightness: 0.03 }), bark],
    );
    if (wood.isWinter)
      svg += path(
        `M${round(x - edge * half * 0.78)} -10L${round(x - edge * half)} ${height}h${round(-edge * 9)}L${round(x - edge * half * 0.78 - edge * 3)} -10z`,
        lit(light, "#ffffff", 1),
        0.75,
      );
    svg += boughs(random, { x, edge, light, ...wood });
  }
  return { kind: "shapes", svg };
}

/** Twigs that hang in from above: needles or leaves, dark against the sky. */
function boughs(
  random: Random,
  {
    x,
    edge,
    light,
    leaf,
    isWinter,
    isConifer,
  }: { x: number; edge: number; light: Light; leaf: string; isWinter: boolean; isConifer: boolean },
): string {
  const dark = mix(lit(light, shift(leaf, { lightness: -0.14 }), 1), light.shade, 0.35);
  let svg = "";
  for (let branch = 0; branch < 7; branch += 1) {
    const long = random.between(150, 330);
    const [startY, droop] = [random.between(-60, 150), random.between(0.12, 0.5)];
    for (let along = 0.12; along <= 1; along += isConifer ? 0.045 : 0.06) {
      const [px, py] = [x - edge * long * along, startY + long * droop * along * along];
      const tone = shift(dark, { lightness: random.between(-0.03, 0.05) });
      const size = 44 * (1.1 - along) + 14;
      svg += isConifer
        ? needles(random, { x: px, y: py, size, edge, tone })
        : leaves(random, { x: px, y: py, size, tone });
      if (isWinter) svg += ellipse(px, py - 3, size * 0.42, 4.5, lit(light, "#ffffff", 0.96));
    }
  }
  return svg;
}

interface Twig {
  x: number;
  y: number;
  size: number;
  tone: string;
}

function needles(random: Random, { x, y, size, edge, tone }: Twig & { edge: number }): string {
  const lean = -edge * size * random.between(0.3, 0.7);
  return (
    polygon(
      [
        [x - 7, y - 3],
        [x + 7, y - 3],
        [x + lean, y + size * random.between(0.7, 1.1)],
      ],
      tone,
    ) +
    polygon(
      [
        [x - 5, y],
        [x + 5, y],
        [x + lean * 1.5, y - size * 0.35],
      ],
      tone,
    )
  );
}

function leaves(random: Random, { x, y, size, tone }: Twig): string {
  return [0, 1, 2, 3]
    .map(() =>
      ellipse(
        x + random.between(-0.7, 0.7) * size,
        y + random.between(-0.5, 0.8) * size,
        size * random.between(0.16, 0.32),
        size * random.between(0.12, 0.2),
        shift(tone, { lightness: random.between(-0.03, 0.04) }),
      ),
    )
    .join("");
}
