import { shift } from "#lib/painter/drawing/colour.ts";
import type { Random } from "#lib/painter/drawing/random.ts";
import { lit } from "#lib/painter/scene/light.ts";
import type { Scenery, Stage } from "#lib/painter/scene/stage.ts";
import { drawCottage } from "#lib/painter/scenery/cottage.ts";
import { drawFence, drawPath } from "#lib/painter/scenery/landscape/country.ts";
import { paintMeadowGround } from "#lib/painter/scenery/landscape/meadow-ground.ts";
import { crestOf, drawRidge, type RidgeOptions } from "#lib/painter/scenery/landscape/ridges.ts";
import { paintSky } from "#lib/painter/scenery/landscape/sky.ts";
import { drawBroadleaf } from "#lib/painter/scenery/landscape/trees.ts";
import { drawRange } from "#lib/painter/scenery/mountains.ts";

const winterGreens = ["#cfdbe8", "#dbe5ef", "#e6edf5"] as const;
const summerGreens = ["#6f9e78", "#74a55c", "#7fae52"] as const;

/** Rolling country: hills one behind another, trees on them, and a meadow; a village has houses, a garden has flowers. */
export function paintMeadow(stage: Stage): Scenery {
  const { height, reading } = stage;
  const isWinter = reading.weather === "snow";
  const random = stage.random("country");
  const lift = height * random.between(-0.05, 0.045);
  const hasPeaks = random.chance(0.35);
  const greens = isWinter ? winterGreens : summerGreens;
  const hills = hillsOf(stage, { lift, greens, isFlat: hasPeaks }).map((hill) =>
    drawHill(stage, random, hill),
  );
  const range = hasPeaks ? drawRange(stage, height * 0.57 + lift) : "";

  const top = height * 0.75;
  const ground = paintMeadowGround(stage, {
    top,
    colour: isWinter ? "#edf3fa" : "#76a648",
    isWinter,
    flowers: isWinter ? 0 : reading.setting === "garden" ? 220 : 70,
  });
  return {
    behind: [
      ...paintSky(stage, height * 0.58 + lift),
      { kind: "shapes", svg: range + hills.join("") },
      ...ground.behind,
      { kind: "shapes", svg: drawLandmarks(stage, random, top) },
    ],
    ahead: ground.ahead,
    ground: {
      front: height * 0.9,
      back: height * 0.79,
      air: height * 0.28,
      water: null,
      isWeightless: false,
      person: 345,
      isCentred: false,
    },
  };
}

/** A ridge, and what grows or is built on it. */
interface Hill extends RidgeOptions {
  /** How many trees, from and to, and how tall. */
  grove: readonly [from: number, to: number, height: number];
  /** Units across a house of a village; 0 for none. */
  house: number;
}

function drawHill(stage: Stage, random: Random, hill: Hill): string {
  const { width, light, reading } = stage;
  const isWinter = reading.weather === "snow";
  const crest = crestOf(stage, hill);
  const leaf = isWinter ? "#7d93a5" : light.time === "sunset" ? "#8d7f3c" : "#3f7d46";
  const [from, to, height] = hill.grove;
  const trees = Array.from({ length: random.whole(from, to) }, () => {
    // The middle is left to the subject.
    const x =
      width * (random.chance(0.5) ? random.between(-0.02, 0.34) : random.between(0.66, 1.02));
    const colour = lit(
      light,
      shift(leaf, { lightness: random.between(-0.03, 0.03) }),
      hill.depth + 0.06,
    );
    const lightFrom = light.sun.x < 0.5 ? -1 : 1;
    return drawBroadleaf(random, {
      x,
      y: crest(x) + 14,
      height,
      colour,
      lightFrom,
      glow: light.glow,
      hasSnow: isWinter,
    });
  });
  const houses = Array.from(
    { length: reading.setting === "village" && hill.house > 0 ? 5 : 0 },
    () => {
      const x = width * random.between(0.12, 0.88);
      return drawCottage(random, {
        x,
        y: crest(x) + 16,
        size: hill.house,
        light,
        depth: hill.depth + 0.1,
        hasSnow: isWinter,
      });
    },
  );
  return drawRidge(stage, hill) + trees.join("") + houses.join("");
}

/** What makes one meadow another: a path, a fence, a great tree. */
function drawLandmarks(stage: Stage, random: Random, top: number): string {
  const path = random.chance(0.5) ? drawPath(stage, random, top) : "";
  const fence = stage.reading.setting === "garden" ? drawFence(stage, top + 34) : "";
  return path + fence + (random.chance(0.45) ? drawShadeTree(stage, random, top + 60) : "");
}

/** Four hills, from the blue distance to the edge of the meadow. */
function hillsOf(
  { height, reading }: Stage,
  { lift, greens, isFlat }: { lift: number; greens: readonly string[]; isFlat: boolean },
): Hill[] {
  const isWinter = reading.weather === "snow";
  const soft = { sharpness: 0 } as const;
  const [far = "", middle = "", near = ""] = greens;
  return [
    {
      label: "blue",
      grove: [0, 0, 0],
      house: 0,
      y: height * (isFlat ? 0.57 : 0.5) + lift,
      rise: isFlat ? 20 : 70,
      length: 620,
      sharpness: 0.15,
      depth: 0.24,
      colour: isWinter ? "#9db2cc" : "#6489a8",
    },
    {
      ...soft,
      label: "far",
      grove: [0, 0, 0],
      house: 54,
      y: height * 0.56 + lift,
      rise: 56,
      length: 520,
      depth: 0.44,
      colour: far,
      trees: reading.setting === "garden" ? 60 : 34,
    },
    {
      ...soft,
      label: "middle",
      grove: [3, 10, 84],
      house: 72,
      y: height * 0.63 + lift / 2,
      rise: 52,
      length: 640,
      depth: 0.64,
      colour: middle,
    },
    {
      ...soft,
      label: "near",
      grove: [1, 6, 190],
      house: 90,
      y: height * 0.7,
      rise: 36,
      length: 760,
      depth: 0.82,
      colour: near,
    },
  ];
}

/** One great tree near the edge, on the side of the light. */
function drawShadeTree({ width, light, reading }: Stage, random: Random, y: number): string {
  const isWinter = reading.weather === "snow";
  const isLeft = light.sun.x < 0.5;
  const leaf = isWinter
    ? "#7d93a5"
    : light.time === "sunset"
      ? "#8d6f35"
      : random.pick(["#3f7d46", "#4f8a3e", "#2f7350"]);
  return drawBroadleaf(random, {
    x: width * (isLeft ? random.between(0.04, 0.14) : random.between(0.86, 0.96)),
    y,
    height: random.between(430, 560),
    colour: lit(light, leaf, 0.95),
    lightFrom: isLeft ? -1 : 1,
    glow: light.glow,
    hasSnow: isWinter,
  });
}
