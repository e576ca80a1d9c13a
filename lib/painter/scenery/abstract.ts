import { mix, shift } from "#lib/painter/drawing/colour.ts";
import { createNoise } from "#lib/painter/drawing/noise.ts";
import type { Random } from "#lib/painter/drawing/random.ts";
import { ellipse, path, rectangle, round } from "#lib/painter/drawing/shapes.ts";
import type { Scenery, Stage } from "#lib/painter/scene/stage.ts";

type Palette = readonly [paper: string, ...inks: [string, string, string, string, string]];

const palettes: readonly [Palette, ...Palette[]] = [
  ["#f4ead8", "#e4572e", "#17395c", "#f3a712", "#3f8a8c", "#a8c686"],
  ["#12182f", "#ff6b6b", "#ffd166", "#4ecdc4", "#5f7cff", "#f7f1e3"],
  ["#f7efe6", "#2d3250", "#f6b17a", "#7077a1", "#d1495b", "#66a182"],
  ["#0f2a33", "#f2a65a", "#eec170", "#58a4b0", "#d8dbe2", "#bf4e30"],
  ["#fbf3f0", "#ef798a", "#613f75", "#98c1d9", "#f7a072", "#2b4162"],
];

/** For a prompt that names nothing the painter knows: currents of colour, or discs and arches, never twice the same. */
export function paintAbstract(stage: Stage): Scenery {
  const { height, random, reading } = stage;
  const chance = random("abstract");
  const palette = inColours(chance.pick(palettes), reading.palette);
  const draw = chance.chance(0.6) ? drawCurrents : drawArches;
  return {
    behind: [{ kind: "shapes", svg: draw(stage, chance, palette) }],
    ahead: [],
    ground: {
      front: height * 0.8,
      back: height * 0.8,
      air: height * 0.5,
      water: null,
      isWeightless: true,
      person: 380,
      isCentred: true,
    },
  };
}

function inColours(palette: Palette, [first, second]: readonly string[]): Palette {
  if (!first) return palette;
  return [
    mix(first, "#ffffff", 0.86),
    first,
    shift(first, { lightness: -0.22 }),
    second ?? shift(first, { lightness: 0.16 }),
    mix(first, palette[4], 0.5),
    palette[5],
  ];
}

/** Ribbons that follow one flow, over a sun. */
function drawCurrents(
  { width, height, random }: Stage,
  chance: Random,
  [paper, ...inks]: Palette,
): string {
  const noise = createNoise(random("flow"), 2);
  const angle = (x: number, y: number) => noise(x / 620, y / 620) * 2.1 + chance0;
  const chance0 = chance.between(-0.6, 0.6);
  const [sunX, sunY, radius] = [
    width * chance.between(0.28, 0.72),
    height * chance.between(0.26, 0.5),
    chance.between(150, 250),
  ];
  let svg =
    rectangle(0, 0, width, height, [mix(paper, inks[3], 0.14), paper]) +
    ellipse(sunX, sunY, radius, radius, inks[0]) +
    ellipse(sunX, sunY, radius * 0.7, radius * 0.7, inks[2], 0.5);

  for (let ribbon = 0; ribbon < 420; ribbon += 1) {
    let [x, y] = [chance.between(-200, width), chance.between(-80, height + 80)];
    const band = Math.floor(((noise(x / 900 + 9, y / 900) + 1) / 2) * 5.99);
    const ink = inks[Math.min(4, Math.max(0, band))] ?? inks[0];
    const thick = chance.next() ** 3 * 26 + 2;
    const upper: string[] = [];
    const lower: string[] = [];
    const steps = chance.whole(12, 30);
    for (let step = 0; step <= steps; step += 1) {
      const turn = angle(x, y);
      const half = (thick / 2) * Math.sin((Math.PI * step) / steps);
      upper.push(`${round(x - Math.sin(turn) * half)} ${round(y + Math.cos(turn) * half)}`);
      lower.unshift(`${round(x + Math.sin(turn) * half)} ${round(y - Math.cos(turn) * half)}`);
      x += Math.cos(turn) * 20;
      y += Math.sin(turn) * 20;
    }
    svg += path(
      `M${[...upper, ...lower].join("L")}z`,
      shift(ink, { lightness: chance.between(-0.05, 0.06) }),
      chance.between(0.7, 1),
    );
  }
  return svg;
}

/** Quarter discs, arches and stripes on a grid, as a modernist would cut them from paper. */
function drawArches({ width, height }: Stage, chance: Random, [paper, ...inks]: Palette): string {
  const cell = 1000 / chance.whole(4, 6);
  let svg = rectangle(0, 0, width, height, paper);
  for (let y = 0; y < height; y += cell) {
    for (let x = 0; x < width; x += cell) {
      const [ground, ink, other] = [
        chance.pick([paper, paper, ...inks]),
        chance.pick(inks),
        chance.pick(inks),
      ];
      svg +=
        rectangle(x, y, cell + 0.5, cell + 0.5, ground) +
        drawTile(chance, { x, y, cell, ink: ink === ground ? other : ink, other });
    }
  }
  return svg;
}

function drawTile(
  chance: Random,
  { x, y, cell, ink, other }: { x: number; y: number; cell: number; ink: string; other: string },
): string {
  const turn = `<g transform="rotate(${chance.whole(0, 3) * 90} ${round(x + cell / 2)} ${round(y + cell / 2)})">`;
  const quarter = (size: number, fill: string) =>
    path(
      `M${round(x)} ${round(y)}h${round(size)}a${round(size)} ${round(size)} 0 0 1 ${round(-size)} ${round(size)}z`,
      fill,
    );
  const arch = (size: number, fill: string) =>
    path(
      `M${round(x + (cell - size) / 2)} ${round(y + cell)}v${round(-cell / 2)}a${round(size / 2)} ${round(size / 2)} 0 0 1 ${round(size)} 0v${round(cell / 2)}z`,
      fill,
    );
  const kinds = [
    () => quarter(cell, ink),
    () => quarter(cell, ink) + quarter(cell * 0.62, other),
    () => arch(cell * 0.9, ink) + arch(cell * 0.56, other) + arch(cell * 0.26, ink),
    () => ellipse(x + cell / 2, y + cell / 2, cell * 0.36, cell * 0.36, ink),
    () =>
      [0, 1, 2, 3]
        .map((stripe) => rectangle(x, y + (stripe * cell) / 4, cell, cell / 8, ink))
        .join(""),
    () =>
      ellipse(x + cell / 2, y + cell / 2, cell * 0.4, cell * 0.4, ink) +
      ellipse(x + cell / 2, y + cell / 2, cell * 0.2, cell * 0.2, other),
  ] as const;
  return `${turn}${chance.pick(kinds)()}</g>`;
}
