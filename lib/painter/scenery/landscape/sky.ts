import { mix, type Rgb, toRgb } from "#lib/painter/drawing/colour.ts";
import type { FieldPainter, Layer } from "#lib/painter/drawing/layer.ts";
import { createNoise } from "#lib/painter/drawing/noise.ts";
import { ellipse, path, round } from "#lib/painter/drawing/shapes.ts";
import type { Stage } from "#lib/painter/scene/stage.ts";
import { drawCumulus } from "#lib/painter/scenery/landscape/cumulus.ts";

/** Sky down to `horizon` (units): colour, sun or moon, stars, clouds, aurora. */
export function paintSky(stage: Stage, horizon: number): Layer[] {
  const air: Layer[] = [
    { kind: "field", columns: 96, paint: airOf(stage, horizon) },
    { kind: "shapes", svg: starsOf(stage, horizon) + discOf(stage) },
  ];
  if (stage.reading.hasAurora) return [...air, auroraOf(stage)];

  const isHeaped = stage.light.weather === "clear" && stage.random("cloud kind").chance(0.45);
  const heaps: Layer[] = isHeaped ? [{ kind: "shapes", svg: drawCumulus(stage, horizon) }] : [];
  return [...air, { kind: "field", columns: 256, paint: cloudsOf(stage, horizon) }, ...heaps];
}

/** The colours of the air, brightest around the sun. */
function airOf({ light, width, height }: Stage, horizon: number): FieldPainter {
  const [top, middle, low, glow] = [...light.sky, light.glow].map(toRgb);
  const end = horizon / height;
  const aspect = width / height;
  const strength = light.sun.isSeen ? (light.time === "night" ? 0.35 : 0.75) : 0.15;

  return (x, y, target) => {
    const depth = Math.min(1, y / end);
    const [from, to, share] =
      depth < 0.55 ? [top, middle, depth / 0.55] : [middle, low, (depth - 0.55) / 0.45];
    const distance = Math.hypot((x - light.sun.x) * aspect, y - light.sun.y);
    const shine =
      strength * Math.exp(-distance * distance * 14) + strength * 0.5 * Math.exp(-distance * 4.5);
    for (let part = 0; part < 3; part += 1) {
      const air = (from?.[part] ?? 0) + ((to?.[part] ?? 0) - (from?.[part] ?? 0)) * share;
      target[part] = air + ((glow?.[part] ?? 0) - air) * Math.min(0.9, shine);
    }
    target[3] = 255;
  };
}

function discOf({ light, width, height, random }: Stage): string {
  if (!light.sun.isSeen) return "";
  const chance = random("disc");
  const [x, y] = [light.sun.x * width, light.sun.y * height];
  const isMoon = light.time === "night" || light.time === "dusk";
  if (!isMoon) return ellipse(x, y, 46, 46, mix(light.glow, "#ffffff", 0.4), 0.95);

  const radius = chance.between(46, 62);
  const face = mix(light.glow, "#fff6e0", 0.5);
  if (chance.chance(0.35)) return crescent(x, y, radius, face);
  const seas = Array.from({ length: 6 }, () => {
    const [angle, away] = [chance.between(0, Math.PI * 2), chance.between(0, radius * 0.6)];
    const size = chance.between(0.1, 0.24) * radius;
    return ellipse(
      x + Math.cos(angle) * away,
      y + Math.sin(angle) * away,
      size,
      size * 0.85,
      "#b9c3dc",
      0.38,
    );
  });
  return (
    ellipse(x, y, radius * 1.5, radius * 1.5, face, 0.08) +
    ellipse(x, y, radius, radius, face) +
    seas.join("")
  );
}

function crescent(x: number, y: number, radius: number, fill: string): string {
  const [r, inner] = [round(radius), round(radius * 0.82)];
  return path(
    `M${round(x + radius * 0.35)} ${round(y - radius * 0.93)}A${r} ${r} 0 1 0 ${round(x + radius * 0.93)} ${round(y + radius * 0.35)}A${inner} ${inner} 0 0 1 ${round(x + radius * 0.35)} ${round(y - radius * 0.93)}z`,
    fill,
  );
}

function starsOf({ light, width, random }: Stage, horizon: number): string {
  if (light.stars < 0.05) return "";
  const chance = random("stars");
  const count = Math.round((width / 1000) * 190 * light.stars);
  return Array.from({ length: count }, () => {
    const y = horizon * chance.next() ** 1.4;
    const size = chance.chance(0.06) ? chance.between(2.2, 3.4) : chance.between(0.6, 1.7);
    const tint = chance.pick(["#ffffff", "#ffffff", "#cfe0ff", "#ffe9cf"]);
    return ellipse(
      chance.between(0, width),
      y,
      size,
      size,
      tint,
      light.stars * chance.between(0.35, 1) * (1 - (0.7 * y) / horizon),
    );
  }).join("");
}

/** Clouds lit from the sun's side: where the noise falls off towards the sun, the light comes in. */
function cloudsOf({ light, width, height, random }: Stage, horizon: number): FieldPainter {
  const noise = createNoise(random("clouds"), 4);
  const aspect = width / height;
  const end = horizon / height;
  const bright = toRgb(
    mix(
      light.sky[2],
      light.time === "night" ? light.sky[1] : "#ffffff",
      light.time === "day" ? 0.75 : 0.35,
    ),
  );
  const dark = toRgb(mix(light.sky[1], light.shade, light.weather === "storm" ? 0.75 : 0.35));
  const threshold = 0.62 - light.clouds * 0.85;
  const toSun = (x: number, y: number) => [light.sun.x - x, light.sun.y - 0.08 - y] as const;

  return (x, y, target) => {
    const depth = y / end;
    target[3] = 0;
    if (depth > 1) return;
    // Clouds lie flatter and closer together towards the horizon.
    const row = 5.5 * (depth + 0.25 * depth * depth);
    const column = x * aspect * (2 + 1.2 * depth);
    const here = noise(column, row);
    if (here <= threshold) return;
    const [dx, dy] = toSun(x, y);
    const length = Math.hypot(dx, dy) + 0.05;
    const there = noise(column + (0.22 * dx) / length, row + (0.3 * dy) / length);
    const body = smooth((here - threshold) / 0.45);
    const fade = smooth((1.02 - depth) / 0.3) * 0.92;
    const shine = Math.min(
      1,
      Math.max(0, 0.55 + 0.9 * (here - there) - 0.35 * body * light.clouds),
    );
    blend(target, dark, bright, shine);
    target[3] = 255 * body * fade;
  };
}

/** Curtains of green and violet light. */
function auroraOf({ width, height, random }: Stage): Layer {
  const noise = createNoise(random("aurora"), 3);
  const aspect = width / height;
  return {
    kind: "field",
    columns: 200,
    blend: "screen",
    paint: (x, y, target) => {
      const fold = 0.34 + 0.13 * noise(x * aspect * 1.1, 0.3) + 0.03 * noise(x * aspect * 5, 4);
      const below = (fold - y) / 0.3;
      const curtain = y < fold ? Math.exp(-((fold - y) * 5.2)) : Math.exp(-((y - fold) * 26));
      const rays = 0.55 + 0.45 * noise(x * aspect * 9, y * 0.6 + 8);
      const strength = Math.max(0, curtain * rays) * (0.65 + 0.35 * noise(x * 2, 20));
      blend(target, [46, 255, 160], [150, 70, 255], Math.min(1, Math.max(0, below)));
      target[3] = 255 * Math.min(1, strength * 1.5);
    },
  };
}

function blend(target: Float32Array, from: Rgb, to: Rgb, share: number): void {
  for (let part = 0; part < 3; part += 1) {
    target[part] = (from[part] ?? 0) + ((to[part] ?? 0) - (from[part] ?? 0)) * share;
  }
}

function smooth(share: number): number {
  const cut = Math.min(1, Math.max(0, share));
  return cut * cut * (3 - 2 * cut);
}
