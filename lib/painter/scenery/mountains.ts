import { mix } from "#lib/painter/drawing/colour.ts";
import type { Layer } from "#lib/painter/drawing/layer.ts";
import { rectangle } from "#lib/painter/drawing/shapes.ts";
import { lit } from "#lib/painter/scene/light.ts";
import type { Scenery, Stage } from "#lib/painter/scene/stage.ts";
import { paintMeadowGround } from "#lib/painter/scenery/landscape/meadow-ground.ts";
import { drawPeak } from "#lib/painter/scenery/landscape/peaks.ts";
import { drawRidge, type RidgeOptions } from "#lib/painter/scenery/landscape/ridges.ts";
import { paintSky } from "#lib/painter/scenery/landscape/sky.ts";

/** Snowy peaks, wooded ridges before them, and an alpine meadow. */
export function paintMountains(stage: Stage): Scenery {
  const { height, reading } = stage;
  const isWinter = reading.weather === "snow";
  const wood = isWinter ? "#5c7891" : "#2c5f55";
  const woods: RidgeOptions[] = [
    {
      label: "wood 1",
      y: height * 0.64,
      rise: 44,
      length: 420,
      sharpness: 0.1,
      depth: 0.55,
      colour: wood,
      trees: 44,
    },
    {
      label: "wood 2",
      y: height * 0.7,
      rise: 40,
      length: 520,
      sharpness: 0,
      depth: 0.78,
      colour: wood,
      trees: reading.isMinimal ? 0 : 82,
    },
  ];
  const layers: Layer[] = [
    ...paintSky(stage, height * 0.64),
    {
      kind: "shapes",
      svg: drawRange(stage, height * 0.64) + woods.map((ridge) => drawRidge(stage, ridge)).join(""),
    },
  ];
  const meadow = paintMeadowGround(stage, {
    top: height * 0.77,
    colour: isWinter ? "#e9f0f8" : "#5d8f4e",
    isWinter,
    flowers: isWinter || reading.isMinimal ? 0 : 50,
  });

  return {
    behind: [...layers, ...meadow.behind],
    ahead: meadow.ahead,
    ground: {
      front: height * 0.9,
      back: height * 0.8,
      air: height * 0.3,
      water: null,
      isWeightless: false,
      person: 340,
      isCentred: false,
    },
  };
}

/** Small peaks far off, then a massif whose highest stands away from the sun. */
export function drawRange(stage: Stage, foot: number): string {
  const { width, height, light } = stage;
  const random = stage.random("range");
  const far = Array.from({ length: Math.ceil(width / 150) + 1 }, (_, index) => {
    const options = {
      x: index * 150 + random.between(-50, 50),
      foot,
      height: height * random.between(0.12, 0.22),
      half: random.between(120, 190),
    };
    return drawPeak(random, { ...options, depth: 0.24, colour: "#7288b5", light });
  });
  const main = light.sun.x < 0.5 ? 0.64 : 0.36;
  const massif = [
    { share: main + (main < 0.5 ? 0.5 : -0.5), tall: 0.24, half: 230 },
    { share: main + (main < 0.5 ? -0.3 : 0.3), tall: 0.27, half: 220 },
    { share: main + (main < 0.5 ? 0.27 : -0.27), tall: 0.31, half: 240 },
    { share: main, tall: 0.42, half: 300 },
  ].map(({ share, tall, half }) =>
    drawPeak(random, {
      x: share * width,
      foot,
      height: height * tall * random.between(0.93, 1.07),
      half,
      depth: 0.5,
      colour: "#4a6192",
      light,
    }),
  );
  // Hills in front dip below the feet of the peaks: what shows there is valley, not sky.
  const valley = rectangle(
    0,
    foot - 2,
    width,
    height * 0.09,
    mix(lit(light, "#4a6192", 0.5), light.haze, 0.55),
  );
  return far.join("") + massif.join("") + valley;
}
