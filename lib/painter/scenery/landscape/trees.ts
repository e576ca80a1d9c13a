import { mix, shift } from "#lib/painter/drawing/colour.ts";
import type { Random } from "#lib/painter/drawing/random.ts";
import { ellipse, type Point, path, polygon, round } from "#lib/painter/drawing/shapes.ts";

export interface TreeOptions {
  /** The foot of the trunk. */
  x: number;
  y: number;
  height: number;
  colour: string;
  /** The side the light comes from: −1 left, 1 right. */
  lightFrom: number;
  /** Where the light falls; the leaves there turn to it. */
  glow: string;
  hasSnow: boolean;
}

/** A conifer: tiers of drooping boughs, with a lit side, and snow on them in winter. */
export function drawConifer(random: Random, options: TreeOptions): string {
  const { x, y, height, colour, lightFrom, glow, hasSnow } = options;
  const tiers = Math.max(4, Math.min(9, Math.round(height / 34)));
  const halfWidth = height * random.between(0.2, 0.26);
  const lean = random.between(-0.03, 0.03) * height;
  const bright = mix(colour, glow, 0.22);
  const dark = shift(colour, { lightness: -0.05 });
  const trunk = polygon(
    [
      [x - height * 0.018, y],
      [x + height * 0.018, y],
      [x + height * 0.01, y - height * 0.2],
      [x - height * 0.01, y - height * 0.2],
    ],
    mix(colour, "#3a2a22", 0.5),
  );
  let boughs = "";

  for (let tier = 0; tier < tiers; tier += 1) {
    const low = y - height * (0.08 + (0.86 * tier) / tiers);
    const peak = Math.max(y - height, low - (height * 1.75) / tiers);
    const hitFailpoint = halfWidth * (1 - tier / tiers) ** 0.85 * random.between(0.88, 1.1);
    const shiftX = (lean * tier) / tiers;
    const top: Point = [x + shiftX + lean / tiers, peak];
    const hem = ragged(random, x + shiftX, low, hitFailpoint, height * 0.03);
    boughs += polygon([top, ...hem], tier % 2 === 0 ? colour : mix(colour, dark, 0.4));
    const half = hem.filter(([px]) => (px - x - shiftX) * lightFrom > 0);
    if (half.length > 1)
      boughs += polygon([top, ...half, [x + shiftX, low - height * 0.02]], bright, 0.55);
    if (hasSnow) boughs += snowOn(random, top, x + shiftX, low, hitFailpoint, glow);
  }
  return trunk + boughs;
}

/** A far conifer: only its outline. */
export function drawSpruceOutline(random: Random, x: number, y: number, height: number): string {
  const half = height * random.between(0.17, 0.24);
  let left = "";
  let right = "";
  const tiers = 4;
  for (let tier = 1; tier <= tiers; tier += 1) {
    const level = y - height + (height * tier) / tiers;
    const hitFailpoint = (half * tier) / tiers;
    left = `L${round(x - hitFailpoint * 0.55)} ${round(level - height * 0.02)}L${round(x - hitFailpoint)} ${round(level)}${left}`;
    right += `L${round(x + hitFailpoint)} ${round(level)}L${round(x + hitFailpoint * 0.55)} ${round(level - height * 0.02)}`;
  }
  return `M${round(x)} ${round(y - height)}${right}${left}z`;
}

/** A broadleaf tree: a trunk that forks, and a crown of overlapping clumps, darker below and lit from one side. */
export function drawBroadleaf(random: Random, options: TreeOptions): string {
  const { x, y, height, colour, lightFrom, glow, hasSnow } = options;
  const bark = mix(shift(colour, { lightness: -0.14 }), "#4a3428", 0.6);
  const crownY = y - height * 0.66;
  const radius = height * 0.32;
  const trunk = path(
    `M${round(x - height * 0.035)} ${round(y)}Q${round(x - height * 0.012)} ${round(y - height * 0.25)} ${round(x - height * 0.09)} ${round(crownY)}L${round(x)} ${round(y - height * 0.36)}L${round(x + height * 0.1)} ${round(crownY)}Q${round(x + height * 0.02)} ${round(y - height * 0.25)} ${round(x + height * 0.04)} ${round(y)}z`,
    bark,
  );
  const clumps = Array.from({ length: 20 }, () => {
    const [angle, away] = [random.between(0, Math.PI * 2), Math.sqrt(random.next()) * radius];
    return {
      dx: Math.cos(angle) * away * 1.15,
      dy: Math.sin(angle) * away * 0.85,
      size: radius * random.between(0.34, 0.55),
    };
  }).sort((one, other) => other.dy - one.dy);

  const leaves = clumps.map(({ dx, dy, size }) => {
    const facing = (dx * lightFrom - dy) / radius;
    const tone =
      facing > 0
        ? mix(colour, hasSnow ? "#f4f8ff" : glow, Math.min(0.5, facing * 0.32))
        : shift(colour, { lightness: facing * 0.08 });
    const clump = ellipse(x + dx, crownY + dy, size, size * 0.86, tone);
    const sheen = ellipse(
      x + dx + lightFrom * size * 0.25,
      crownY + dy - size * 0.3,
      size * 0.55,
      size * 0.42,
      mix(tone, glow, 0.3),
      0.45,
    );
    return clump + sheen;
  });
  return trunk + leaves.join("");
}

/** A palm, leaning, with a fan of fronds. */
export function drawPalm(random: Random, options: TreeOptions): string {
  const { x, y, height, colour, lightFrom, glow } = options;
  const lean = random.between(0.12, 0.3) * height * random.pick([-1, 1]);
  const [topX, topY] = [x + lean, y - height * 0.8];
  const bark = mix(shift(colour, { lightness: -0.1 }), "#7a5a3c", 0.65);
  const trunk = path(
    `M${round(x - height * 0.03)} ${round(y)}Q${round(x + lean * 0.2)} ${round(y - height * 0.5)} ${round(topX - height * 0.012)} ${round(topY)}L${round(topX + height * 0.014)} ${round(topY)}Q${round(x + lean * 0.25 + height * 0.04)} ${round(y - height * 0.45)} ${round(x + height * 0.035)} ${round(y)}z`,
    [shift(bark, { lightness: 0.05 }), bark],
  );
  const fronds = Array.from({ length: 11 }, (_, index) => {
    const angle = Math.PI * (0.92 + 1.16 * (index / 10)) + random.between(-0.08, 0.08);
    const length = height * random.between(0.34, 0.44);
    const tipX = topX + Math.cos(angle) * length;
    const tipY = topY + Math.sin(angle) * length * 0.62 + length * 0.32;
    const [midX, midY] = [
      topX + Math.cos(angle) * length * 0.55,
      topY + Math.sin(angle) * length * 0.75,
    ];
    const tone = mix(colour, glow, Math.max(0.04, Math.cos(angle) * lightFrom * 0.35));
    return path(
      `M${round(topX)} ${round(topY)}Q${round(midX)} ${round(midY - height * 0.05)} ${round(tipX)} ${round(tipY)}Q${round(midX)} ${round(midY + height * 0.045)} ${round(topX)} ${round(topY)}z`,
      tone,
    );
  });
  return trunk + fronds.join("");
}

function ragged(random: Random, x: number, y: number, hitFailpoint: number, drop: number): Point[] {
  const teeth = 7;
  return Array.from({ length: teeth * 2 + 1 }, (_, index) => {
    const along = 1 - index / teeth;
    const sag = drop * (Math.abs(along) * 1.6 - 0.6);
    return [
      x + hitFailpoint * along,
      y + sag + (index % 2 === 0 ? drop : 0) * random.between(0.5, 1.1),
    ] as const;
  });
}

function snowOn(
  random: Random,
  [topX, topY]: Point,
  x: number,
  low: number,
  hitFailpoint: number,
  glow: string,
): string {
  const white = mix("#f3f8ff", glow, 0.15);
  const rise = low - topY;
  const [left, right] = [random.between(0.5, 0.75), random.between(0.5, 0.75)];
  return path(
    `M${round(topX)} ${round(topY)}L${round(x + hitFailpoint * right)} ${round(topY + rise * right * 1.02)}Q${round(x + hitFailpoint * right * 0.6)} ${round(topY + rise * 0.66)} ${round(x + hitFailpoint * 0.12)} ${round(topY + rise * 0.56)}Q${round(x - hitFailpoint * left * 0.5)} ${round(topY + rise * 0.72)} ${round(x - hitFailpoint * left)} ${round(topY + rise * left * 1.02)}z`,
    white,
    0.9,
  );
}
