import { mix, shift } from "#lib/painter/drawing/colour.ts";
import { createNoise } from "#lib/painter/drawing/noise.ts";
import { ellipse, path, rectangle, round, terrain } from "#lib/painter/drawing/shapes.ts";
import { lit } from "#lib/painter/scene/light.ts";
import type { Stage } from "#lib/painter/scene/stage.ts";

/** The water mirrors the sky, darker towards us, in bands of waves that widen. */
export function drawWater({ width, light, random }: Stage, horizon: number, shore: number): string {
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
export function drawGlitter(
  { width, light, random }: Stage,
  horizon: number,
  shore: number,
): string {
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

/** The swell in front, so that what floats lies in the water: translucent, with light along its crests. */
export function drawSwell({ width, height, light, random }: Stage): string {
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
