import { mix, shift } from "../scene/colour.ts";
import type { Layer } from "../scene/layer.ts";
import { lit } from "../scene/light.ts";
import { type Point, polygon } from "../scene/shapes.ts";
import type { Scenery, Stage } from "../scene/stage.ts";
import { paintMeadowGround } from "./meadow-ground.ts";
import { crestOf, drawRidge, type RidgeOptions } from "./ridges.ts";
import { paintSky } from "./sky.ts";

/** Snowy peaks, wooded ridges before them, and an alpine meadow. */
export function paintMountains(stage: Stage): Scenery {
  const { height, light, reading } = stage;
  const horizon = height * 0.62;
  const isWinter = reading.weather === "snow";
  const wood = isWinter ? "#5c7891" : "#2c5f55";
  const peaks: RidgeOptions[] = [
    {
      label: "far",
      y: height * 0.45,
      rise: height * 0.15,
      length: 420,
      sharpness: 0.75,
      depth: 0.28,
      colour: "#6f86b4",
    },
    {
      label: "near",
      y: height * 0.54,
      rise: height * 0.13,
      length: 330,
      sharpness: 0.8,
      depth: 0.5,
      colour: "#4d6796",
    },
  ];
  const woods: RidgeOptions[] = [
    {
      label: "wood 1",
      y: height * 0.61,
      rise: 34,
      length: 400,
      sharpness: 0.1,
      depth: 0.62,
      colour: wood,
      trees: 46,
    },
    {
      label: "wood 2",
      y: height * 0.67,
      rise: 30,
      length: 500,
      sharpness: 0,
      depth: 0.8,
      colour: wood,
      trees: 74,
    },
  ];
  const svg =
    peaks.map((peak) => drawRidge(stage, peak) + drawSnowcaps(stage, peak)).join("") +
    woods.map((wood) => drawRidge(stage, wood)).join("");
  const layers: Layer[] = [...paintSky(stage, horizon), { kind: "shapes", svg }];
  const meadow = paintMeadowGround(stage, {
    top: height * 0.74,
    colour: isWinter ? "#e9f0f8" : "#5d8f4e",
    isWinter,
    flowers: isWinter ? 0 : 40,
  });

  return {
    behind: [...layers, ...meadow.behind],
    ahead: meadow.ahead,
    ground: {
      front: height * 0.9,
      back: height * 0.78,
      air: height * 0.3,
      water: null,
      isWeightless: false,
      person: light.time === "night" ? 330 : 340,
      isCentred: false,
    },
  };
}

/** Snow on the sunny flank from each summit down, torn along its lower edge. */
function drawSnowcaps(stage: Stage, options: RidgeOptions): string {
  const crest = crestOf(stage, options);
  const random = stage.random(`snow ${options.label}`);
  const snow = lit(stage.light, mix("#ffffff", stage.light.glow, 0.35), options.depth + 0.22);
  const shaded = mix(
    snow,
    shift(lit(stage.light, options.colour, options.depth), { lightness: 0.1 }),
    0.55,
  );
  const line = options.y - options.rise * 0.12;
  const sunSide = stage.light.sun.x < 0.5 ? -1 : 1;
  let caps = "";
  for (let x = -5; x < stage.width + 5; x += 5) {
    const top = crest(x);
    if (top > line) continue;
    const slope = (crest(x + 6) - crest(x - 6)) * sunSide;
    const depth = (line - top) * random.between(0.45, 0.85);
    const quad: Point[] = [
      [x, top - 0.5],
      [x + 6, crest(x + 5) - 0.5],
      [x + 5, crest(x + 5) + depth * random.between(0.7, 1)],
      [x - 1, top + depth],
    ];
    caps += polygon(quad, slope > 0 ? shaded : snow, 0.85);
  }
  return caps;
}
