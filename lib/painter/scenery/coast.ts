import { mix } from "#lib/painter/drawing/colour.ts";
import type { Layer } from "#lib/painter/drawing/layer.ts";
import { lit } from "#lib/painter/scene/light.ts";
import type { Scenery, Stage } from "#lib/painter/scene/stage.ts";
import { paintMeadowGround } from "#lib/painter/scenery/landscape/meadow-ground.ts";
import { drawRidge } from "#lib/painter/scenery/landscape/ridges.ts";
import { drawSand } from "#lib/painter/scenery/landscape/sand.ts";
import { paintSky } from "#lib/painter/scenery/landscape/sky.ts";
import { drawPalm } from "#lib/painter/scenery/landscape/trees.ts";
import { drawGlitter, drawSwell, drawWater } from "#lib/painter/scenery/landscape/water.ts";

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
