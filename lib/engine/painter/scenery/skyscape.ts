import { mix } from "#lib/engine/painter/scene/colour.ts";
import { ellipse } from "#lib/engine/painter/scene/shapes.ts";
import type { Scenery, Stage } from "#lib/engine/painter/scene/stage.ts";
import { drawRidge } from "#lib/engine/painter/scenery/ridges.ts";
import { paintSky } from "#lib/engine/painter/scenery/sky.ts";

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
      { kind: "shapes", svg: drawHeap(stage, "far", 0.62, 0.8) },
      { kind: "shapes", svg: hills.join("") },
    ],
    ahead: [{ kind: "shapes", svg: drawHeap(stage, "near", 0.97, 1.25), softness: 2 }],
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

/** Cumulus: balls in shade first, then the same a little nearer to the light. */
function drawHeap(
  { width, height, light, random }: Stage,
  label: string,
  level: number,
  size: number,
): string {
  const chance = random(`heap ${label}`);
  const [bright, dark] = [
    mix(light.sky[2], "#ffffff", light.time === "night" ? 0.1 : 0.7),
    mix(light.sky[1], light.sky[2], 0.5),
  ];
  const balls = Array.from({ length: 44 }, () => {
    const x = chance.next();
    const edge = Math.abs(x - 0.5) * 2;
    return {
      x: x * width,
      y: height * level - edge * edge * 120 * size + chance.between(-20, 50),
      radius: chance.between(30, 92) * size * (0.5 + edge * 0.6),
    };
  });
  return [
    ...balls.map(({ x, y, radius }) => ellipse(x, y + radius * 0.16, radius * 1.15, radius, dark)),
    ...balls.map(({ x, y, radius }) =>
      ellipse(x + (light.sun.x < 0.5 ? -6 : 6), y - radius * 0.06, radius, radius * 0.82, bright),
    ),
  ].join("");
}
