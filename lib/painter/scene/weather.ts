import { toRgb } from "#lib/painter/drawing/colour.ts";
import type { Layer } from "#lib/painter/drawing/layer.ts";
import { createNoise } from "#lib/painter/drawing/noise.ts";
import { ellipse, line, round } from "#lib/painter/drawing/shapes.ts";
import type { Stage } from "#lib/painter/scene/stage.ts";

const indoors: ReadonlySet<string> = new Set([
  "room",
  "library",
  "kitchen",
  "underwater",
  "space",
  "moon",
  "wall",
  "table",
]);

/** What falls and drifts between the painter and the scene. Nothing does indoors, in the deep, or in space. */
export function paintWeather(stage: Stage): Layer[] {
  const { setting, framing, hasAurora } = stage.reading;
  if (setting === null || framing === "badge" || hasAurora || indoors.has(setting)) return [];

  switch (stage.light.weather) {
    case "snow":
      return [{ kind: "shapes", svg: drawFlakes(stage) }];
    case "rain":
      return [veil(stage, 0.3), { kind: "shapes", svg: drawRain(stage, 420) }];
    case "storm":
      return [
        { kind: "shapes", svg: drawBolt(stage) },
        veil(stage, 0.24),
        { kind: "shapes", svg: drawRain(stage, 620) },
      ];
    case "fog":
      return [veil(stage, 0.85)];
    case "clear":
    case "cloudy":
      return stage.light.time === "day"
        ? []
        : [{ kind: "shapes", svg: drawMotes(stage), blend: "screen" }];
    default:
      return stage.light.weather satisfies never;
  }
}

function drawFlakes({ width, height, random }: Stage): string {
  const chance = random("flakes");
  return Array.from({ length: Math.round(width * 0.34) }, () => {
    const near = chance.next() ** 5;
    const size = 1.3 + near * 8;
    return ellipse(
      chance.between(0, width),
      chance.between(0, height),
      size,
      size,
      "#ffffff",
      near > 0.4 ? 0.5 : chance.between(0.55, 0.95),
    );
  }).join("");
}

function drawRain({ width, height, random, light }: Stage, count: number): string {
  const chance = random("rain");
  const slant = light.weather === "storm" ? -0.42 : -0.16;
  return Array.from({ length: Math.round((count * width) / 1000) }, () => {
    const [x, y, long] = [
      chance.between(0, width * 1.2),
      chance.between(-40, height),
      chance.between(18, 62),
    ];
    return line(
      [x, y],
      [x + long * slant, y + long],
      long / 34,
      "#e8f1fa",
      chance.between(0.14, 0.42),
    );
  }).join("");
}

function drawBolt({ width, height, random }: Stage): string {
  const chance = random("bolt");
  let [x, y] = [width * chance.between(0.15, 0.85), -10];
  let d = `M${round(x)} ${round(y)}`;
  while (y < height * 0.5) {
    x += chance.between(-46, 46);
    y += chance.between(24, 60);
    d += `L${round(x)} ${round(y)}`;
  }
  const strokes = [
    [22, 0.1],
    [11, 0.22],
    [3.4, 0.95],
  ].map(
    ([wide, alpha]) =>
      `<path d="${d}" fill="none" stroke="#f2f0ff" stroke-width="${wide}" stroke-opacity="${alpha}" stroke-linejoin="round"/>`,
  );
  return strokes.join("");
}

/** Dust, pollen, fireflies: small lights that hang in the air of the evening. */
function drawMotes({ width, height, light, random }: Stage): string {
  const chance = random("motes");
  return Array.from({ length: 40 }, () => {
    const [x, y, size] = [
      chance.between(0, width),
      height * chance.between(0.45, 0.98),
      chance.between(1.2, 3.4),
    ];
    return (
      ellipse(x, y, size * 3.4, size * 3.4, light.glow, 0.12) +
      ellipse(
        x,
        y,
        size,
        size,
        light.time === "night" ? "#fff3a8" : light.glow,
        chance.between(0.4, 0.9),
      )
    );
  }).join("");
}

/** Fog that lies low and thins upwards, in banks. */
function veil({ width, height, light, random }: Stage, strength: number): Layer {
  const noise = createNoise(random("veil"), 3);
  const tone = toRgb(light.haze);
  return {
    kind: "field",
    columns: 120,
    paint: (x, y, target) => {
      const low = Math.max(0, 1 - Math.abs(y - 0.66) * 2.1);
      target.set(tone);
      target[3] =
        255 *
        Math.min(0.92, strength * low * (0.75 + 0.55 * noise(((x * width) / height) * 1.6, y * 5)));
    },
  };
}
