import { mix, shift, toRgb } from "#lib/painter/drawing/colour.ts";
import type { Layer } from "#lib/painter/drawing/layer.ts";
import { createNoise } from "#lib/painter/drawing/noise.ts";
import type { Random } from "#lib/painter/drawing/random.ts";
import { ellipse, terrain } from "#lib/painter/drawing/shapes.ts";
import type { Scenery, Stage } from "#lib/painter/scene/stage.ts";

const nebulas = [
  ["#e0559b", "#5a3bd6", "#2a8fd6"],
  ["#ff8a5c", "#b23a8c", "#35338f"],
  ["#4fd6c2", "#2b66c9", "#5a2f9c"],
] as const;

/** Stars and a nebula; with a planet in the distance, or, on the moon, grey ground and the earth above it. */
export function paintSpace(stage: Stage): Scenery {
  const { height, random, reading } = stage;
  const isOnMoon = reading.setting === "moon";
  const chance = random("space");
  const behind: Layer[] = [
    nebulaOf(stage, chance),
    {
      kind: "shapes",
      svg: drawStars(stage) + (isOnMoon ? drawEarth(stage) : drawPlanet(stage, chance)),
    },
  ];
  if (isOnMoon) behind.push({ kind: "shapes", svg: drawMoonGround(stage) });

  return {
    behind,
    ahead: [],
    ground: {
      front: height * (isOnMoon ? 0.88 : 0.72),
      back: height * 0.8,
      air: height * 0.4,
      water: null,
      isWeightless: !isOnMoon,
      person: 370,
      isCentred: !isOnMoon,
    },
  };
}

function nebulaOf(stage: Stage, chance: Random): Layer {
  const noise = createNoise(stage.random("nebula"), 5);
  const tones = chance.pick(nebulas).map(toRgb);
  const aspect = stage.width / stage.height;
  const slant = chance.between(-0.7, 0.7);
  return {
    kind: "field",
    columns: 256,
    paint: (x, y, target) => {
      const [u, v] = [x * aspect * 2.1, y * 2.1];
      const warp = noise(u * 0.7 + 4, v * 0.7);
      const cloud = noise(u + warp * 0.9, v - warp * 0.7);
      const band = Math.exp(-(((y - 0.5 - slant * (x - 0.5)) / 0.34) ** 2));
      const strength = Math.max(0, 0.25 + 0.85 * cloud) * (0.25 + 0.75 * band);
      const place = Math.min(1.999, Math.max(0, 1 + warp * 1.2));
      const [from, to] = [tones[Math.floor(place)], tones[Math.floor(place) + 1]];
      const core = Math.max(0, strength - 0.55) * 1.1;
      for (let part = 0; part < 3; part += 1) {
        const tone = (from?.[part] ?? 0) + ((to?.[part] ?? 0) - (from?.[part] ?? 0)) * (place % 1);
        target[part] = [7, 9, 26][part] ?? 0;
        target[part] = (target[part] ?? 0) + tone * strength * 0.85 + 255 * core * core;
      }
      target[3] = 255;
    },
  };
}

function drawStars({ width, height, random }: Stage): string {
  const chance = random("stars");
  return Array.from({ length: Math.round(width * 0.34) }, () => {
    const [x, y] = [chance.between(0, width), chance.between(0, height)];
    const size = chance.chance(0.05) ? chance.between(2, 3.6) : chance.between(0.5, 1.5);
    const tone = chance.pick(["#ffffff", "#ffffff", "#cfe0ff", "#ffe2c4"]);
    const halo =
      size > 2
        ? ellipse(x, y, size * 4, size * 0.4, tone, 0.5) +
          ellipse(x, y, size * 0.4, size * 4, tone, 0.5)
        : "";
    return ellipse(x, y, size, size, tone, chance.between(0.4, 1)) + halo;
  }).join("");
}

function drawPlanet({ width, height }: Stage, chance: Random): string {
  const tone = chance.pick(["#e08f5a", "#5b8fd0", "#b879c9", "#68b59a"]);
  const radius = chance.between(120, 210);
  const [x, y] = [width * chance.pick([0.16, 0.86]), height * chance.between(0.16, 0.3)];
  return ball({ x, y, radius, tone, bands: chance.chance(0.7), chance });
}

function drawEarth({ width, height, random }: Stage): string {
  const chance = random("earth");
  const [x, y] = [width * chance.pick([0.2, 0.8]), height * 0.22];
  const land = Array.from({ length: 7 }, () =>
    ellipse(
      x + chance.between(-50, 50),
      y + chance.between(-50, 50),
      chance.between(10, 34),
      chance.between(8, 20),
      "#6fae62",
    ),
  );
  return ball({ x, y, radius: 96, tone: "#3d86d8", bands: false, chance }).replace(
    "<!--land-->",
    land.join(""),
  );
}

/** A lit ball: its night side and its bands cut by its own outline. */
function ball({
  x,
  y,
  radius,
  tone,
  bands,
  chance,
}: {
  x: number;
  y: number;
  radius: number;
  tone: string;
  bands: boolean;
  chance: Random;
}): string {
  const id = `ball${Math.round(x)}`;
  const stripes = bands
    ? Array.from({ length: 7 }, (_, index) =>
        ellipse(
          x,
          y + radius * (index / 3.5 - 0.9),
          radius * 1.2,
          radius * chance.between(0.05, 0.13),
          shift(tone, { lightness: chance.between(-0.1, 0.12) }),
          0.6,
        ),
      ).join("")
    : "";
  return `<clipPath id="${id}"><circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius.toFixed(1)}"/></clipPath>${ellipse(x, y, radius * 1.1, radius * 1.1, tone, 0.16)}<g clip-path="url(#${id})">${ellipse(x, y, radius, radius, tone)}${stripes}<!--land-->${ellipse(x - radius * 0.35, y - radius * 0.4, radius * 0.75, radius * 0.7, "#ffffff", 0.12)}<path d="M${x - radius} ${y + radius}A${radius * 1.25} ${radius * 1.25} 0 0 0 ${x + radius} ${y - radius * 0.75}V${y + radius}z" fill="${mix(tone, "#060818", 0.85)}" fill-opacity=".72"/></g>`;
}

function drawMoonGround({ width, height, random }: Stage): string {
  const noise = createNoise(random("regolith"), 3);
  const chance = random("craters");
  let svg = [0.66, 0.72, 0.79]
    .map((level, row) => {
      const tone = mix("#6d7180", "#c9cbd2", 0.25 + row * 0.28);
      return terrain({
        width,
        bottom: height,
        step: 8,
        edge: (x) => height * level - 44 * noise(x / (180 + row * 90), row * 6),
        fill: [mix(tone, "#ffffff", 0.16), shift(tone, { lightness: -0.12 })],
      });
    })
    .join("");
  for (let crater = 0; crater < 22; crater += 1) {
    const depth = chance.next();
    const [x, y, size] = [
      chance.between(0, width),
      height * (0.83 + 0.16 * depth),
      (14 + 50 * depth) * chance.between(0.4, 1.1),
    ];
    svg +=
      ellipse(x, y, size, size * 0.26, "#7d808c", 0.75) +
      ellipse(x + size * 0.06, y + size * 0.05, size * 0.86, size * 0.19, "#a4a7b1", 0.9) +
      ellipse(x, y + size * 0.22, size, size * 0.07, "#e5e7ec", 0.5);
  }
  return svg;
}
