import type { Random } from "#lib/engine/painter/random.ts";
import { shift } from "#lib/engine/painter/scene/colour.ts";
import { lit } from "#lib/engine/painter/scene/light.ts";
import type { Scenery, Stage } from "#lib/engine/painter/scene/stage.ts";
import { drawCottage } from "#lib/engine/painter/scenery/cottage.ts";
import { drawFence, drawPath } from "#lib/engine/painter/scenery/country.ts";
import { paintMeadowGround } from "#lib/engine/painter/scenery/meadow-ground.ts";
import { drawRange } from "#lib/engine/painter/scenery/mountains.ts";
import { crestOf, drawRidge, type RidgeOptions } from "#lib/engine/painter/scenery/ridges.ts";
import { paintSky } from "#lib/engine/painter/scenery/sky.ts";
import { drawBroadleaf } from "#lib/engine/painter/scenery/trees.ts";

/** Rolling country: hills one behind another, trees on them, and a meadow; a village has houses, a garden has flowers. */
export function paintMeadow(stage: Stage): Scenery {
  const { width, height, light, reading } = stage;
  const isWinter = reading.weather === "snow";
  const random = stage.random("country");
  const greens = isWinter ? ["#cfdbe8", "#dbe5ef", "#e6edf5"] : ["#6f9e78", "#74a55c", "#7fae52"];
  const lift = height * random.between(-0.05, 0.045);
  const hasPeaks = random.chance(0.35);
  const hills = hillsOf(stage, { lift, greens, isFlat: hasPeaks });
  let svg = hasPeaks ? drawRange(stage, height * 0.57 + lift) : "";
  hills.forEach((hill, index) => {
    svg += drawRidge(stage, hill);
    const crest = crestOf(stage, hill);
    const count = [0, 0, random.whole(3, 10), random.whole(1, 6)][index] ?? 0;
    for (let tree = 0; tree < count; tree += 1) {
      const side = random.chance(0.5) ? random.between(-0.02, 0.34) : random.between(0.66, 1.02);
      const x = side * width;
      const colour = lit(
        light,
        shift(isWinter ? "#7d93a5" : light.time === "sunset" ? "#8d7f3c" : "#3f7d46", {
          lightness: random.between(-0.03, 0.03),
        }),
        hill.depth + 0.06,
      );
      svg += drawBroadleaf(random, {
        x,
        y: crest(x) + 14,
        height: [0, 0, 84, 190][index] ?? 80,
        colour,
        lightFrom: light.sun.x < 0.5 ? -1 : 1,
        glow: light.glow,
        hasSnow: isWinter,
      });
    }
    if (reading.setting === "village" && index >= 1) {
      for (let house = 0; house < 5; house += 1) {
        const x = width * random.between(0.12, 0.88);
        svg += drawCottage(random, {
          x,
          y: crest(x) + 16,
          size: 36 + index * 18,
          light,
          depth: hill.depth + 0.1,
          hasSnow: isWinter,
        });
      }
    }
  });

  const top = height * 0.75;
  let extras = random.chance(0.5) ? drawPath(stage, random, top) : "";
  if (reading.setting === "garden") extras += drawFence(stage, top + 34);
  if (random.chance(0.45)) extras += drawShadeTree(stage, random, { isWinter, y: top + 60 });

  const flowers = isWinter ? 0 : reading.setting === "garden" ? 220 : 70;
  const ground = paintMeadowGround(stage, {
    top,
    colour: isWinter ? "#edf3fa" : "#76a648",
    isWinter,
    flowers,
  });
  return {
    behind: [
      ...paintSky(stage, height * 0.58 + lift),
      { kind: "shapes", svg },
      ...ground.behind,
      { kind: "shapes", svg: extras },
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

/** Four hills, from the blue distance to the edge of the meadow. */
function hillsOf(
  { height, reading }: Stage,
  { lift, greens, isFlat }: { lift: number; greens: readonly string[]; isFlat: boolean },
): RidgeOptions[] {
  const isWinter = reading.weather === "snow";
  const soft = { sharpness: 0 } as const;
  const [far = "", middle = "", near = ""] = greens;
  return [
    {
      label: "blue",
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
      y: height * 0.63 + lift / 2,
      rise: 52,
      length: 640,
      depth: 0.64,
      colour: middle,
    },
    { ...soft, label: "near", y: height * 0.7, rise: 36, length: 760, depth: 0.82, colour: near },
  ];
}

/** One great tree near the edge, on the side of the light. */
function drawShadeTree(
  { width, light }: Stage,
  random: Random,
  { isWinter, y }: { isWinter: boolean; y: number },
): string {
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
