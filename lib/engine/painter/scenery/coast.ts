import { mix, shift } from "../scene/colour.ts";
import type { Layer } from "../scene/layer.ts";
import { lit } from "../scene/light.ts";
import { createNoise } from "../scene/noise.ts";
import { ellipse, path, rectangle, round, terrain } from "../scene/shapes.ts";
import type { Scenery, Stage } from "../scene/stage.ts";
import { paintMeadowGround } from "./meadow-ground.ts";
import { drawRidge } from "./ridges.ts";
import { paintSky } from "./sky.ts";
import { drawPalm } from "./trees.ts";

/** Water to the horizon: the open sea, a beach before it, or a lake between wooded hills. */
export function paintCoast(stage: Stage): Scenery {
  const { width, height, reading } = stage;
  const isLake = reading.setting === "lake";
  const hasBeach = reading.setting === "beach";
  const horizon = height * (isLake ? 0.56 : 0.54);
  const shore = hasBeach ? height * 0.72 : isLake ? height * 0.86 : height;
  const behind: Layer[] = [
    ...paintSky(stage, horizon),
    { kind: "shapes", svg: farShore(stage, horizon) },
    { kind: "shapes", svg: drawWater(stage, horizon, shore) },
    { kind: "shapes", svg: drawGlitter(stage, horizon, shore), blend: "screen" },
  ];
  const ahead: Layer[] = [];

  if (hasBeach)
    behind.push({ kind: "shapes", svg: drawSand(stage, shore) + drawPalms(stage, shore) });
  if (isLake) {
    const isWinter = reading.weather === "snow";
    const bank = paintMeadowGround(stage, {
      top: shore,
      colour: isWinter ? "#edf3fa" : "#5f8f4c",
      isWinter,
      flowers: isWinter ? 0 : 20,
    });
    behind.push(...bank.behind);
    ahead.push(...bank.ahead);
  }
  if (!hasBeach && !isLake) ahead.push({ kind: "shapes", svg: drawSwell(stage) });

  return {
    behind,
    ahead,
    ground: {
      front: hasBeach ? height * 0.9 : isLake ? height * 0.93 : height * 0.84,
      back: hasBeach ? height * 0.78 : isLake ? height * 0.88 : height * 0.84,
      air: height * 0.27,
      water: hasBeach ? height * 0.63 : height * 0.74,
      isWeightless: false,
      person: width > height * 1.2 ? 330 : 320,
      isCentred: false,
    },
  };
}

function farShore(stage: Stage, horizon: number): string {
  if (stage.reading.setting !== "lake") return "";
  const wood = stage.reading.weather === "snow" ? "#7d95a8" : "#33685a";
  return (
    drawRidge(stage, {
      label: "lake far",
      y: horizon - 70,
      rise: 90,
      length: 460,
      sharpness: 0.6,
      depth: 0.3,
      colour: "#6b84ad",
    }) +
    drawRidge(stage, {
      label: "lake near",
      y: horizon - 20,
      rise: 24,
      length: 380,
      sharpness: 0,
      depth: 0.6,
      colour: wood,
      trees: 52,
    })
  );
}

/** The water mirrors the sky, darker towards us, in bands of waves that widen. */
function drawWater({ width, light, random }: Stage, horizon: number, shore: number): string {
  const chance = random("water");
  const sea = light.time === "day" ? "#2f8db8" : "#3c6f9c";
  const far = mix(light.sky[2], lit(light, sea, 0.7), 0.35);
  const near = mix(lit(light, shift(sea, { lightness: -0.12 }), 1), light.sky[0], 0.35);
  let svg = rectangle(0, horizon, width, shore - horizon + 60, [far, near]);
  const isRough = light.weather === "storm";
  for (let wave = 0; wave < 190; wave += 1) {
    const depth = chance.next() ** 1.6;
    const y = horizon + 3 + depth * (shore - horizon + 50);
    const long = (26 + 210 * depth) * chance.between(0.5, 1.3);
    const thick = (1 + 8 * depth) * (isRough ? 2.2 : 1);
    const x = chance.between(-60, width + 60);
    const tone = chance.chance(0.55)
      ? mix(far, light.sky[2], 0.5)
      : shift(near, { lightness: -0.04 });
    svg += path(
      `M${round(x - long)} ${round(y)}Q${round(x)} ${round(y - thick * (isRough ? 2 : 1))} ${round(x + long)} ${round(y)}Q${round(x)} ${round(y + thick * 0.7)} ${round(x - long)} ${round(y)}z`,
      tone,
      0.4,
    );
    if (isRough && depth > 0.3 && chance.chance(0.4))
      svg += path(
        `M${round(x - long * 0.4)} ${round(y - thick * 0.7)}Q${round(x)} ${round(y - thick * 1.7)} ${round(x + long * 0.4)} ${round(y - thick * 0.6)}Q${round(x)} ${round(y - thick * 0.9)} ${round(x - long * 0.4)} ${round(y - thick * 0.7)}z`,
        "#eef4f6",
        0.65,
      );
  }
  return svg;
}

/** The path of light beneath sun or moon. */
function drawGlitter({ width, light, random }: Stage, horizon: number, shore: number): string {
  if (!light.sun.isSeen) return "";
  const chance = random("glitter");
  let svg = "";
  for (let spark = 0; spark < 150; spark += 1) {
    const depth = chance.next() ** 1.3;
    const spread = 22 + 110 * depth;
    const x = light.sun.x * width + (chance.next() + chance.next() - 1) * spread;
    svg += ellipse(
      x,
      horizon + 3 + depth * (shore - horizon),
      (5 + 24 * depth) * chance.between(0.4, 1.2),
      0.9 + 2.6 * depth,
      light.glow,
      chance.between(0.25, 0.75) * (1 - 0.5 * depth),
    );
  }
  return svg;
}

function drawSand({ width, height, light, random }: Stage, shore: number): string {
  const noise = createNoise(random("shore"), 2);
  const chance = random("sand");
  const edge = (offset: number) => (x: number) => shore + offset + 20 * noise(x / 380, 0.2);
  const [dry, wet] = [lit(light, "#f0d9a8", 0.95), lit(light, "#c9a877", 0.9)];
  let svg =
    terrain({
      width,
      bottom: height,
      step: 16,
      edge: edge(-14),
      fill: mix("#ffffff", light.glow, 0.4),
    }) +
    terrain({
      width,
      bottom: height,
      step: 16,
      edge: edge(-6),
      fill: mix(wet, light.sky[2], 0.35),
    }) +
    terrain({ width, bottom: height, step: 16, edge: edge(20), fill: [wet, dry] }) +
    terrain({
      width,
      bottom: height,
      step: 16,
      edge: (x) => shore + 62 + 14 * noise(x / 300, 5),
      fill: [dry, shift(dry, { lightness: -0.05 })],
    });
  for (let grain = 0; grain < 220; grain += 1) {
    const y = shore + 60 + (height - shore - 60) * chance.next();
    const size = 1 + (4 * (y - shore)) / (height - shore);
    svg += ellipse(
      chance.between(0, width),
      y,
      size * 2.4,
      size * 0.5,
      shift(dry, { lightness: chance.between(-0.08, 0.05) }),
      0.6,
    );
  }
  return svg;
}

function drawPalms({ width, light, random }: Stage, shore: number): string {
  const chance = random("palms");
  const edge = light.sun.x < 0.5 ? 0.95 : 0.05;
  return [0, 1]
    .map((index) =>
      drawPalm(chance, {
        x: width * (edge + (edge < 0.5 ? 0.07 : -0.07) * index),
        y: shore + 90 - index * 46,
        height: 430 - index * 110,
        colour: mix(lit(light, "#3f7a4a", 0.95), light.shade, 0.2),
        lightFrom: light.sun.x < 0.5 ? -1 : 1,
        glow: light.glow,
        hasSnow: false,
      }),
    )
    .join("");
}

/** The swell in front, so that what floats lies in the water: translucent, with light along its crests. */
function drawSwell({ width, height, light, random }: Stage): string {
  const noise = createNoise(random("swell"), 2);
  const tone = mix(lit(light, "#25688f", 1), light.shade, 0.3);
  const rough = light.weather === "storm" ? 2.4 : 1;
  let svg = "";
  for (let row = 0; row < 4; row += 1) {
    const edge = (x: number) =>
      height * (0.845 + row * 0.045) + 13 * rough * noise(x / (130 + row * 40), row * 9);
    const crest = (x: number) => edge(x) - 2.5 - 5 * Math.max(0, noise(x / 60, row * 5 + 2));
    const near = shift(tone, { lightness: -0.025 * row });
    svg += terrain({
      width,
      bottom: height,
      step: 8,
      edge: crest,
      fill: mix(near, light.sky[2], 0.5),
    });
    svg += terrain({
      width,
      bottom: height,
      step: 8,
      edge,
      fill: [mix(near, light.sky[1], 0.35), near],
    });
  }
  return svg;
}
