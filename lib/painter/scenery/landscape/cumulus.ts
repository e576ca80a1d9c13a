import { mix } from "#lib/painter/drawing/colour.ts";
import { ellipse } from "#lib/painter/drawing/shapes.ts";
import type { Stage } from "#lib/painter/scene/stage.ts";

/** A bank of cloud across the picture, highest at its edges: balls in shade, then the same nearer to the light. */
export function drawCloudBank(
  { width, height, light, random }: Stage,
  label: string,
  { level, size }: { level: number; size: number },
): string {
  const chance = random(`heap ${label}`);
  const isNight = light.time === "night";
  const balls = Array.from({ length: 44 }, () => {
    const x = chance.next();
    const edge = Math.abs(x - 0.5) * 2;
    return {
      x: x * width,
      y: height * level - edge * edge * 120 * size + chance.between(-20, 50),
      radius: chance.between(30, 92) * size * (0.5 + edge * 0.6),
    };
  });
  return drawBalls(balls, {
    bright: mix(light.sky[2], "#ffffff", isNight ? 0.1 : 0.7),
    dark: mix(light.sky[1], light.sky[2], 0.5),
    side: light.sun.x < 0.5 ? -6 : 6,
  });
}

/** A few heaped clouds with flat feet, larger towards the top of the sky. */
export function drawCumulus({ width, light, random }: Stage, horizon: number): string {
  const chance = random("cumulus");
  const tones = {
    bright: mix(
      light.sky[2],
      "#ffffff",
      light.time === "night" ? 0.05 : light.time === "day" ? 0.85 : 0.45,
    ),
    dark: mix(light.sky[1], light.sky[2], 0.45),
    side: light.sun.x < 0.5 ? -5 : 5,
  };
  const clouds = chance.whole(3, 6);
  return Array.from({ length: clouds }, (_, cloud) => {
    const depth = (cloud + chance.next() * 0.7) / clouds;
    const [x, foot] = [width * chance.between(-0.02, 1.02), horizon * (0.2 + 0.72 * depth)];
    const long = (230 - 130 * depth) * chance.between(0.7, 1.15);
    const balls = Array.from({ length: 13 }, () => {
      const along = chance.between(-1, 1);
      const radius = long * chance.between(0.14, 0.26) * (1.15 - Math.abs(along) * 0.75);
      return { x: x + along * long * 0.8, y: foot - radius * chance.between(0.7, 1.5), radius };
    });
    const base = ellipse(x, foot - long * 0.07, long * 0.8, long * 0.085, tones.dark);
    return base + drawBalls(balls, tones);
  }).join("");
}

interface Ball {
  x: number;
  y: number;
  radius: number;
}

function drawBalls(
  balls: readonly Ball[],
  { bright, dark, side }: { bright: string; dark: string; side: number },
): string {
  const shade = balls.map(({ x, y, radius }) =>
    ellipse(x, y + radius * 0.16, radius * 1.12, radius, dark),
  );
  const sunny = balls.map(({ x, y, radius }) =>
    ellipse(x + side, y - radius * 0.07, radius, radius * 0.83, bright),
  );
  return [...shade, ...sunny].join("");
}
