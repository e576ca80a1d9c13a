import { mix, shift } from "#lib/painter/drawing/colour.ts";
import type { Layer } from "#lib/painter/drawing/layer.ts";
import { createNoise } from "#lib/painter/drawing/noise.ts";
import type { Random } from "#lib/painter/drawing/random.ts";
import { ellipse, path, round, terrain } from "#lib/painter/drawing/shapes.ts";
import { lit } from "#lib/painter/scene/light.ts";
import type { Stage } from "#lib/painter/scene/stage.ts";

/** Grass or snow from `top` (units) to the painter's feet, with tufts, flowers, and blades in the foreground. */
export function paintMeadowGround(
  stage: Stage,
  {
    top,
    colour,
    isWinter,
    flowers,
  }: { top: number; colour: string; isWinter: boolean; flowers: number },
): { behind: Layer[]; ahead: Layer[] } {
  const { width, height, light } = stage;
  const random = stage.random("meadow");
  const noise = createNoise(stage.random("meadow relief"), 2);
  const depthOf = (y: number) => Math.min(1, 0.62 + (0.38 * (y - top)) / (height - top));
  let svg = "";

  for (let band = 0; band < 4; band += 1) {
    const y = top + ((height - top) * band) / 4;
    const near = lit(
      light,
      shift(colour, { lightness: isWinter ? -0.02 * band : -0.045 * band }),
      depthOf(y),
    );
    const far = mix(near, light.glow, isWinter ? 0.16 : 0.2);
    svg += terrain({
      width,
      bottom: height,
      step: 20,
      edge: (x) => y + 22 * noise(x / 420, band * 3) + 8 * band,
      fill: [far, near],
    });
  }
  for (let tuft = 0; tuft < (isWinter ? 60 : 260); tuft += 1) {
    const y = top + 24 + (height - top - 24) * random.next() ** 0.8;
    const size = (10 + 26 * ((y - top) / (height - top))) * random.between(0.6, 1.2);
    const tone = lit(light, shift(colour, { lightness: random.between(-0.1, 0.06) }), depthOf(y));
    svg += isWinter
      ? drift(random, random.between(0, width), y, size * 3, tone, light.glow)
      : blades(random, random.between(0, width), y, size, tone, 4);
  }
  for (let flower = 0; flower < flowers; flower += 1) {
    const y = top + 40 + (height - top - 40) * random.next();
    svg += bloom(random, random.between(0, width), y, 3 + (6 * (y - top)) / (height - top), (hex) =>
      lit(light, hex, depthOf(y)),
    );
  }
  return {
    behind: [{ kind: "shapes", svg }],
    ahead: [foreground(stage, random, colour, isWinter)],
  };
}

/** Dark blades at the lower corners: they frame the picture and put the rest behind them. */
function foreground(stage: Stage, random: Random, colour: string, isWinter: boolean): Layer {
  const { width, height, light } = stage;
  const dark = mix(
    lit(light, isWinter ? "#7f95ad" : shift(colour, { lightness: -0.22 }), 1),
    light.shade,
    0.35,
  );
  let svg = "";
  for (let clump = 0; clump < 34; clump += 1) {
    const side = random.chance(0.5) ? random.next() ** 2 * 0.42 : 1 - random.next() ** 2 * 0.42;
    const edge = Math.abs(side - 0.5) * 2;
    svg += blades(
      random,
      side * width,
      height + 12,
      (40 + 120 * edge ** 2) * random.between(0.6, 1.1),
      shift(dark, { lightness: random.between(-0.04, 0.05) }),
      6,
    );
  }
  return { kind: "shapes", svg };
}

/** A tuft of curved blades from one root. */
function blades(
  random: Random,
  x: number,
  y: number,
  height: number,
  colour: string,
  count: number,
): string {
  let d = "";
  for (let blade = 0; blade < count; blade += 1) {
    const root = x + random.between(-0.3, 0.3) * height;
    const tall = height * random.between(0.6, 1.1);
    const bend = random.between(-0.4, 0.4) * height;
    const thick = Math.max(0.8, height * 0.045);
    d += `M${round(root - thick)} ${round(y)}Q${round(root + bend * 0.15)} ${round(y - tall * 0.6)} ${round(root + bend)} ${round(y - tall)}Q${round(root + bend * 0.25 + thick)} ${round(y - tall * 0.5)} ${round(root + thick)} ${round(y)}z`;
  }
  return path(d, colour);
}

function drift(
  random: Random,
  x: number,
  y: number,
  length: number,
  tone: string,
  glow: string,
): string {
  const rise = length * random.between(0.06, 0.12);
  return path(
    `M${round(x - length)} ${round(y)}Q${round(x)} ${round(y - rise * 2)} ${round(x + length)} ${round(y)}Q${round(x)} ${round(y + rise)} ${round(x - length)} ${round(y)}z`,
    mix(tone, glow, 0.3),
    0.5,
  );
}

function bloom(
  random: Random,
  x: number,
  y: number,
  size: number,
  tone: (hex: string) => string,
): string {
  const petal = tone(random.pick(["#ffffff", "#ffd84d", "#f2719b", "#b58cf0", "#ff9557"]));
  const stem = path(`M${round(x)} ${round(y)}l1 ${round(size * 3)}h1.5z`, tone("#4c7d3f"));
  const petals = [0, 1, 2, 3, 4].map((index) => {
    const angle = (index * Math.PI * 2) / 5;
    return ellipse(
      x + Math.cos(angle) * size * 0.7,
      y + Math.sin(angle) * size * 0.55,
      size * 0.6,
      size * 0.5,
      petal,
    );
  });
  return stem + petals.join("") + ellipse(x, y, size * 0.4, size * 0.35, tone("#f6b73c"));
}
