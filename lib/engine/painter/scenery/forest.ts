import { shift } from "#lib/engine/painter/scene/colour.ts";
import type { Layer } from "#lib/engine/painter/scene/layer.ts";
import { lit } from "#lib/engine/painter/scene/light.ts";
import { polygon, round } from "#lib/engine/painter/scene/shapes.ts";
import type { Scenery, Stage } from "#lib/engine/painter/scene/stage.ts";
import { trunksOf } from "#lib/engine/painter/scenery/forest-frame.ts";
import { paintMeadowGround } from "#lib/engine/painter/scenery/meadow-ground.ts";
import { drawRidge } from "#lib/engine/painter/scenery/ridges.ts";
import { paintSky } from "#lib/engine/painter/scenery/sky.ts";
import { drawBroadleaf, drawConifer } from "#lib/engine/painter/scenery/trees.ts";

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
