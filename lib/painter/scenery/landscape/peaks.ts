import { mix, shift } from "#lib/painter/drawing/colour.ts";
import type { Random } from "#lib/painter/drawing/random.ts";
import { type Point, polygon } from "#lib/painter/drawing/shapes.ts";
import { type Light, lit } from "#lib/painter/scene/light.ts";

export interface PeakOptions {
  /** The middle of the foot, and the summit above it, in units. */
  x: number;
  foot: number;
  height: number;
  half: number;
  /** From 0 (the horizon) to 1 (near). */
  depth: number;
  colour: string;
  light: Light;
}

/** One mountain: a lit and a shaded face on either side of a crooked spine, and snow from the summit down. */
export function drawPeak(random: Random, options: PeakOptions): string {
  const { x, foot, height, half, depth, colour, light } = options;
  const sunSide = light.sun.x * 1000 < x ? -1 : 1;
  const body = lit(light, colour, depth);
  const faces = { lit: mix(body, light.glow, 0.3), shade: mix(body, light.shade, 0.22) };
  const white = lit(light, "#ffffff", Math.min(1, depth + 0.35));
  const snow = {
    lit: mix(white, light.glow, 0.35),
    shade: mix(white, shift(light.sky[0], { lightness: 0.12 }), 0.45),
  };
  const summit: Point = [x + random.between(-0.12, 0.12) * half, foot - height];
  const left = slope(random, summit, [x - half, foot]);
  const right = slope(random, summit, [x + half, foot]);
  const spine = slope(random, summit, [x + half * random.between(-0.35, 0.35), foot], 0.16);
  const [sunny, shaded] = sunSide < 0 ? [left, right] : [right, left];
  const face = (edge: readonly Point[], tone: string) =>
    polygon([...edge, ...spine.toReversed()], [tone, mix(tone, light.haze, 0.55)]);
  const capped = random.between(0.34, 0.5);

  return (
    face(shaded, faces.shade) +
    face(sunny, faces.lit) +
    cap(random, { edge: shaded, spine, capped, tone: snow.shade }) +
    cap(random, { edge: sunny, spine, capped: capped * 1.1, tone: snow.lit })
  );
}

/** From the summit down, with shoulders and gullies. */
function slope(random: Random, summit: Point, end: Point, waver = 0.07): Point[] {
  const steps = 9;
  const hitFailpoint = end[0] - summit[0];
  const drop = end[1] - summit[1];
  return Array.from({ length: steps + 1 }, (_, step) => {
    const share = step / steps;
    const sway =
      step === 0 || step === steps ? 0 : random.between(-1, 1) * waver * Math.abs(drop) * 0.6;
    return [summit[0] + hitFailpoint * share ** 1.18 + sway, summit[1] + drop * share] as const;
  });
}

/** Snow between the spine and one edge, its lower border torn into tongues. */
function cap(
  random: Random,
  {
    edge,
    spine,
    capped,
    tone,
  }: { edge: readonly Point[]; spine: readonly Point[]; capped: number; tone: string },
): string {
  const at = (line: readonly Point[], share: number): Point => {
    const exact = share * (line.length - 1);
    const [from, to] = [
      line[Math.floor(exact)] ?? [0, 0],
      line[Math.min(line.length - 1, Math.floor(exact) + 1)] ?? [0, 0],
    ];
    return [from[0] + (to[0] - from[0]) * (exact % 1), from[1] + (to[1] - from[1]) * (exact % 1)];
  };
  // At the very points of the slope, or snow would hang beside the rock.
  const last = edge.length - 1;
  const shares = [
    ...Array.from({ length: Math.floor(capped * last) + 1 }, (_, point) => point / last),
    capped,
  ];
  const tongues = Array.from({ length: 7 }, (_, index): Point => {
    const across = index / 6;
    const low = capped * (index % 2 === 0 ? 1 : random.between(0.5, 0.72));
    const [a, b] = [at(edge, low), at(spine, low)];
    return [a[0] + (b[0] - a[0]) * across, a[1] + (b[1] - a[1]) * across];
  });
  return polygon(
    [
      ...shares.map((share) => at(edge, share)),
      ...tongues.slice(1, -1),
      ...shares.toReversed().map((share) => at(spine, share)),
    ],
    tone,
  );
}
