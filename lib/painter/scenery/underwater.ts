import { mix } from "#lib/painter/drawing/colour.ts";
import type { Layer } from "#lib/painter/drawing/layer.ts";
import { createNoise } from "#lib/painter/drawing/noise.ts";
import type { Random } from "#lib/painter/drawing/random.ts";
import { ellipse, path, polygon, round, terrain } from "#lib/painter/drawing/shapes.ts";
import type { Scenery, Stage } from "#lib/painter/scene/stage.ts";

const water = ["#5fd0dc", "#1f86b8", "#0d3f78", "#082650"] as const;

/** The deep: light from above in shafts, rocks and weeds on the ground, bubbles. */
export function paintUnderwater(stage: Stage): Scenery {
  const { width, height } = stage;
  const chance = stage.random("weeds");
  const beds = drawBeds(stage);
  const far = Array.from({ length: 16 }, () =>
    weed(
      chance.between(0, width),
      height * 0.86,
      chance.between(70, 170),
      chance.between(-40, 40),
      "#2b7f93",
    ),
  );
  const near = Array.from({ length: 26 }, () => nearWeed(stage, chance));
  const bubbles = Array.from({ length: 46 }, () => bubble(stage, chance));
  const fishes = Array.from({ length: 12 }, () =>
    shoalFish(
      width * chance.between(0.1, 0.9),
      height * chance.between(0.2, 0.7),
      chance.between(7, 15),
    ),
  );

  return {
    behind: [
      deepOf(),
      shaftsOf(stage),
      { kind: "shapes", svg: fishes.join("") + (beds[0] ?? "") + far.join("") + (beds[1] ?? "") },
    ],
    ahead: [{ kind: "shapes", svg: (beds[2] ?? "") + near.join("") + bubbles.join("") }],
    ground: {
      front: height * 0.88,
      back: height * 0.86,
      air: height * 0.4,
      water: null,
      isWeightless: true,
      person: 340,
      isCentred: true,
    },
  };
}

/** Three dunes, from the farthest to the nearest. */
function drawBeds({ width, height, random }: Stage): string[] {
  const noise = createNoise(random("seabed"), 3);
  return [0.78, 0.85, 0.92].map((level, row) => {
    const tone = mix("#2a6f96", "#07203f", row * 0.42);
    return terrain({
      width,
      bottom: height,
      step: 12,
      edge: (x) => height * level - 60 * noise(x / (210 + row * 40), row * 9),
      fill: [tone, mix(tone, "#05152e", 0.5)],
    });
  });
}

/** A weed at one of the sides: the middle is where the subject is. */
function nearWeed({ width, height }: Stage, chance: Random): string {
  const x = chance.chance(0.5)
    ? chance.between(-10, width * 0.26)
    : chance.between(width * 0.74, width + 10);
  return weed(
    x,
    height + 10,
    chance.between(130, 330),
    chance.between(-60, 60),
    chance.pick(["#0c4a52", "#0f5a4a", "#143c5f", "#5a2a55"]),
  );
}

function bubble({ width, height }: Stage, chance: Random): string {
  const [x, y, size] = [
    chance.between(0, width),
    chance.between(height * 0.05, height * 0.9),
    chance.between(2, 10),
  ];
  return (
    ellipse(x, y, size, size, "#d5f6ff", 0.22) +
    ellipse(x - size * 0.3, y - size * 0.35, size * 0.28, size * 0.22, "#ffffff", 0.7)
  );
}

function deepOf(): Layer {
  const stops = water.map((hex) =>
    [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)),
  );
  return {
    kind: "field",
    columns: 96,
    paint: (x, y, target) => {
      const place = Math.min(2.999, (y + 0.16 * Math.abs(x - 0.5)) * 2.7);
      const [from, to] = [stops[Math.floor(place)], stops[Math.floor(place) + 1]];
      const share = place % 1;
      const shine = Math.exp(-((x - 0.5) ** 2) * 9 - y * 4.2) * 0.75;
      for (let part = 0; part < 3; part += 1) {
        const tone = (from?.[part] ?? 0) * (1 - share) + (to?.[part] ?? 0) * share;
        target[part] = tone + (250 - tone) * shine;
      }
      target[3] = 255;
    },
  };
}

function shaftsOf({ width, height, random }: Stage): Layer {
  const chance = random("shafts");
  const svg = Array.from({ length: 11 }, () => {
    const [x, spread] = [chance.between(0.15, 0.85) * width, chance.between(14, 60)];
    const aim = x + (x - width / 2) * 0.9;
    return polygon(
      [
        [x - spread * 0.4, -20],
        [x + spread * 0.4, -20],
        [aim + spread * 1.7, height * chance.between(0.55, 0.95)],
        [aim - spread, height * 0.8],
      ],
      "#bff4ff",
      chance.between(0.06, 0.2),
    );
  });
  return { kind: "shapes", svg: svg.join(""), softness: 8, blend: "screen" };
}

function weed(x: number, y: number, height: number, bend: number, colour: string): string {
  const thick = 5 + height * 0.03;
  return path(
    `M${round(x - thick)} ${round(y)}C${round(x - bend)} ${round(y - height * 0.35)} ${round(x + bend * 1.5)} ${round(y - height * 0.6)} ${round(x + bend * 0.4)} ${round(y - height)}C${round(x + bend * 1.8 + thick)} ${round(y - height * 0.55)} ${round(x - bend + thick * 2)} ${round(y - height * 0.35)} ${round(x + thick)} ${round(y)}z`,
    colour,
    0.9,
  );
}

function shoalFish(x: number, y: number, size: number): string {
  return path(
    `M${round(x - size)} ${round(y)}Q${round(x)} ${round(y - size * 0.7)} ${round(x + size)} ${round(y)}l${round(size * 0.5)} ${round(-size * 0.4)}v${round(size * 0.8)}l${round(-size * 0.5)} ${round(-size * 0.4)}Q${round(x)} ${round(y + size * 0.7)} ${round(x - size)} ${round(y)}z`,
    "#0f5288",
    0.55,
  );
}
