import { mix, shift } from "#lib/painter/drawing/colour.ts";
import type { Layer } from "#lib/painter/drawing/layer.ts";
import type { Random } from "#lib/painter/drawing/random.ts";
import { ellipse, polygon, rectangle, round } from "#lib/painter/drawing/shapes.ts";
import { type Glow, glowLayer } from "#lib/painter/scene/glow.ts";
import { lit } from "#lib/painter/scene/light.ts";
import type { Scenery, Stage } from "#lib/painter/scene/stage.ts";
import { paintSky } from "#lib/painter/scenery/landscape/sky.ts";
import { drawTower, neons } from "#lib/painter/scenery/tower.ts";

/** A skyline in three depths over a street or a square; wet and glowing when it rains at night. */
export function paintCity(stage: Stage): Scenery {
  const { width, height, light, reading } = stage;
  const floor = height * (reading.setting === "street" ? 0.72 : 0.8);
  const isGlowing = reading.isNeon || light.time === "night" || light.time === "dusk";
  const rows = [
    { depth: 0.26, low: 0.2, high: 0.46, wide: [34, 74], windows: 0.25 },
    { depth: 0.5, low: 0.16, high: 0.4, wide: [56, 110], windows: 0.5 },
    { depth: 0.82, low: 0.1, high: 0.27, wide: [90, 170], windows: 0.75 },
  ] as const;
  const random = stage.random("city");
  let svg = "";
  const glows: Glow[] = [];
  rows.forEach((row, index) => {
    for (let x = -20; x < width + 20; ) {
      const wide = random.between(row.wide[0], row.wide[1]);
      const open = Math.abs((x + wide / 2) / width - 0.5) * 2;
      const tall =
        height *
        random.between(row.low, row.high) *
        (index === 2 ? 0.5 + 0.75 * open : 1.15 - 0.35 * open);
      const tower = drawTower(stage, random, {
        x,
        foot: floor,
        wide,
        tall,
        depth: row.depth,
        windows: row.windows,
        isGlowing,
      });
      svg += tower.svg;
      glows.push(...tower.glows);
      x += wide * random.between(0.82, 1.1);
    }
    svg += mist(stage, floor, index);
  });

  return {
    behind: [
      ...paintSky(stage, floor),
      { kind: "shapes", svg },
      { kind: "shapes", svg: drawPavement(stage, floor, isGlowing) },
      ...(isGlowing
        ? [
            glowLayer(stage, glows, { blend: "screen", columns: 128 }),
            reflections(stage, random, floor),
          ]
        : []),
    ],
    ahead:
      reading.setting === "street"
        ? [{ kind: "shapes", svg: drawLamps(stage, floor, isGlowing) }]
        : [],
    ground: {
      front: height * 0.9,
      back: floor + 20,
      air: height * 0.22,
      water: null,
      isWeightless: false,
      person: 330,
      isCentred: false,
    },
  };
}

function mist({ width, light }: Stage, floor: number, index: number): string {
  return `<linearGradient id="citymist${index}" x2="0" y2="1"><stop stop-color="${light.haze}" stop-opacity="0"/><stop offset="1" stop-color="${light.haze}" stop-opacity="${0.5 - index * 0.17}"/></linearGradient><rect y="${round(floor - 220)}" width="${width}" height="220" fill="url(#citymist${index})"/>`;
}

function drawPavement(
  { width, height, light, reading }: Stage,
  floor: number,
  isGlowing: boolean,
): string {
  const isWet = reading.weather === "rain" || reading.weather === "storm";
  const stone = lit(
    light,
    reading.weather === "snow" ? "#e4ebf3" : isGlowing ? "#3d4260" : "#8f8d94",
    0.9,
  );
  const far = mix(stone, isWet ? light.sky[2] : light.haze, isWet ? 0.5 : 0.25);
  let svg =
    rectangle(0, floor, width, height - floor, [far, shift(stone, { lightness: -0.08 })]) +
    rectangle(0, floor, width, 5, shift(stone, { lightness: -0.1 }));
  if (reading.setting !== "street") return svg;

  const middle = floor + (height - floor) * 0.5;
  svg += polygon(
    [
      [0, middle - 46],
      [width, middle - 46],
      [width, height],
      [0, height],
    ],
    shift(stone, { lightness: -0.1 }),
  );
  for (let x = 10; x < width; x += 150)
    svg += polygon(
      [
        [x, height * 0.945],
        [x + 80, height * 0.945],
        [x + 74, height * 0.955],
        [x - 8, height * 0.955],
      ],
      mix(stone, "#fff3d0", 0.55),
    );
  return svg;
}

/** Lights drawn out downwards on the ground, the longer and brighter when it is wet. */
function reflections(stage: Stage, random: Random, floor: number): Layer {
  const { width, height, reading } = stage;
  const isWet = reading.weather === "rain" || reading.weather === "storm";
  const streaks = Array.from(
    { length: isWet ? 60 : 26 },
    (): Glow => ({
      x: random.between(0, width),
      y: floor + random.between(0.1, 0.8) * (height - floor),
      radiusX: random.between(4, 15),
      radiusY: random.between(26, isWet ? 120 : 60),
      colour: reading.isNeon ? random.pick(neons) : random.pick(["#ffd88a", "#ffb86b", "#fff0cc"]),
      strength: random.between(0.2, isWet ? 0.75 : 0.35),
    }),
  );
  return glowLayer(stage, streaks, { blend: "screen", columns: 220 });
}

function drawLamps({ width, height, light }: Stage, floor: number, isGlowing: boolean): string {
  const iron = mix(lit(light, "#2d2f3a", 1), light.shade, 0.4);
  return [0.07, 0.93]
    .map((share) => {
      const x = width * share;
      const foot = floor + (height - floor) * 0.42;
      const halo = isGlowing
        ? [90, 60, 34].map((size) => ellipse(x, foot - 330, size, size, "#ffdf9a", 0.14)).join("")
        : "";
      return `${rectangle(x - 5, foot - 320, 10, 320, iron)}${rectangle(x - 14, foot - 16, 28, 16, iron)}${polygon(
        [
          [x - 20, foot - 352],
          [x + 20, foot - 352],
          [x + 13, foot - 312],
          [x - 13, foot - 312],
        ],
        isGlowing ? "#ffe9b0" : mix("#fff7e0", light.haze, 0.3),
      )}${polygon(
        [
          [x - 25, foot - 352],
          [x, foot - 376],
          [x + 25, foot - 352],
        ],
        iron,
      )}${halo}`;
    })
    .join("");
}
