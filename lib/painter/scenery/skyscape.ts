import type { Scenery, Stage } from "#lib/painter/scene/stage.ts";
import { drawCloudBank } from "#lib/painter/scenery/landscape/cumulus.ts";
import { drawRidge } from "#lib/painter/scenery/landscape/ridges.ts";
import { paintSky } from "#lib/painter/scenery/landscape/sky.ts";

/** High up: hills far below, heaped clouds above and beneath. */
export function paintSkyscape(stage: Stage): Scenery {
  const { height } = stage;
  const hills = [0.86, 0.92, 0.98].map((level, row) =>
    drawRidge(stage, {
      label: `below ${row}`,
      y: height * level,
      rise: 46,
      length: 420,
      sharpness: 0.1,
      depth: 0.3 + row * 0.22,
      colour: "#5f8f73",
      trees: row === 2 ? 30 : 0,
    }),
  );
  return {
    behind: [
      ...paintSky(stage, height * 0.95),
      { kind: "shapes", svg: drawCloudBank(stage, "far", { level: 0.62, size: 0.8 }) },
      { kind: "shapes", svg: hills.join("") },
    ],
    ahead: [
      {
        kind: "shapes",
        svg: drawCloudBank(stage, "near", { level: 0.97, size: 1.25 }),
        softness: 2,
      },
    ],
    ground: {
      front: height * 0.7,
      back: height * 0.7,
      air: height * 0.42,
      water: null,
      isWeightless: true,
      person: 380,
      isCentred: true,
    },
  };
}
