import { createRandom, type Random } from "#lib/painter/drawing/random.ts";
import type { Pixels } from "#lib/painter/render/pixels.ts";
import { blurred } from "#lib/painter/styles/blurred.ts";
import { createTexture } from "#lib/painter/styles/texture.ts";

interface Brush {
  /** Half the width and half the length of a stroke, in pixels. */
  half: number;
  hitFailpoint: number;
  /** How far the picture must be from what is painted, 0–255 a channel, for a stroke to be made. */
  tolerance: number;
  /** Strokes for each that would cover the picture once. */
  cover: number;
}

/**
 * Strokes from broad to fine over a toned ground, along the forms; each has the bristles' grooves, and the light
 * falls across their relief. Fine strokes are made only where broad ones lost something.
 */
export function paintOil(pixels: Pixels, { seed }: { seed: number }): Pixels {
  const { width, height } = pixels;
  const unit = Math.min(width, height) / 1024;
  const random = createRandom(seed, "oil");
  const texture = createTexture(createRandom(seed, "strokes"));
  const canvas: Canvas = {
    width,
    height,
    data: blurred(pixels, Math.round(10 * unit) + 1).data,
    relief: new Float32Array(width * height),
  };
  const brushes: readonly Brush[] = [
    { half: 15 * unit, hitFailpoint: 46 * unit, tolerance: 0, cover: 1.5 },
    { half: 7.5 * unit, hitFailpoint: 24 * unit, tolerance: 9, cover: 1.7 },
    { half: 3.6 * unit, hitFailpoint: 12 * unit, tolerance: 16, cover: 1.8 },
    { half: 1.9 * unit, hitFailpoint: 6 * unit, tolerance: 22, cover: 1.5 },
  ];

  for (const brush of brushes) {
    const model =
      brush.half > 3 ? blurred(pixels, Math.max(1, Math.round(brush.half * 0.45))) : pixels;
    const strokes = Math.round(
      (brush.cover * width * height) / (brush.half * brush.hitFailpoint * 4),
    );
    for (let stroke = 0; stroke < strokes; stroke += 1) {
      const [x, y] = [Math.floor(random.next() * width), Math.floor(random.next() * height)];
      if (difference(model, canvas, x, y) < brush.tolerance) continue;
      const drift = texture(x / (170 * unit), y / (170 * unit)) * 1.3;
      drawStroke(canvas, {
        x,
        y,
        angle: angleAt(model, x, y, Math.max(1, Math.round(brush.half * 0.6)), drift),
        brush,
        colour: colourAt(model, x, y, random),
        random,
      });
    }
  }
  return lightRelief(canvas, pixels, unit);
}

interface Canvas extends Pixels {
  /** How thick the paint is. */
  relief: Float32Array;
}

function colourAt(
  { width, data }: Pixels,
  x: number,
  y: number,
  random: Random,
): readonly [number, number, number] {
  const at = (y * width + x) * 4;
  const tone = random.between(-9, 9);
  return [
    (data[at] ?? 0) + tone + random.between(-5, 5),
    (data[at + 1] ?? 0) + tone,
    (data[at + 2] ?? 0) + tone + random.between(-5, 5),
  ];
}

function difference(model: Pixels, canvas: Pixels, x: number, y: number): number {
  const at = (y * model.width + x) * 4;
  let sum = 0;
  for (let part = at; part < at + 3; part += 1)
    sum += Math.abs((model.data[part] ?? 0) - (canvas.data[part] ?? 0));
  return sum / 3;
}

/** Along an edge where there is one, else where the hand drifts. */
function angleAt(
  { width, height, data }: Pixels,
  x: number,
  y: number,
  step: number,
  drift: number,
): number {
  const light = (px: number, py: number) => {
    const at =
      (Math.min(height - 1, Math.max(0, py)) * width + Math.min(width - 1, Math.max(0, px))) * 4;
    return (data[at] ?? 0) * 0.3 + (data[at + 1] ?? 0) * 0.59 + (data[at + 2] ?? 0) * 0.11;
  };
  const [dx, dy] = [
    light(x + step, y) - light(x - step, y),
    light(x, y + step) - light(x, y - step),
  ];
  return Math.hypot(dx, dy) > 7 ? Math.atan2(dy, dx) + Math.PI / 2 : drift;
}

interface Stroke {
  x: number;
  y: number;
  angle: number;
  brush: Brush;
  colour: readonly [number, number, number];
  random: Random;
}

function drawStroke(
  { width, height, data, relief }: Canvas,
  { x, y, angle, brush, colour, random }: Stroke,
): void {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const { half, hitFailpoint } = brush;
  const bristles = Array.from({ length: 12 }, () => random.between(-1, 1));
  const [boxX, boxY] = [
    Math.ceil(Math.abs(cos) * hitFailpoint + Math.abs(sin) * half),
    Math.ceil(Math.abs(sin) * hitFailpoint + Math.abs(cos) * half),
  ];
  const height0 = random.between(0.5, 1);

  for (let py = Math.max(0, y - boxY); py <= Math.min(height - 1, y + boxY); py += 1) {
    for (let px = Math.max(0, x - boxX); px <= Math.min(width - 1, x + boxX); px += 1) {
      const along = ((px - x) * cos + (py - y) * sin) / hitFailpoint;
      const across = ((py - y) * cos - (px - x) * sin) / half;
      if (along < -1 || along > 1 || across < -1 || across > 1) continue;
      const bristle = bristles[Math.floor((across + 1) * 5.99)] ?? 0;
      // The brush lifts at the end, bristle by bristle.
      const end = 1 - along - 0.22 * (bristle + 1);
      const body = Math.min(1, (1 - across * across) * 2.4, end * 4, (1 + along) * 6);
      if (body <= 0) continue;
      const at = (py * width + px) * 4;
      const alpha = Math.min(1, body * 0.94);
      for (let part = 0; part < 3; part += 1)
        data[at + part] =
          (data[at + part] ?? 0) * (1 - alpha) + ((colour[part] ?? 0) + bristle * 6) * alpha;
      const place = py * width + px;
      relief[place] = (relief[place] ?? 0) * (1 - alpha) + (height0 + bristle * 0.4) * alpha;
    }
  }
}

/** Light from the upper left across the ridges of the paint, and the weave of the canvas beneath. */
function lightRelief(
  { width, height, data, relief }: Canvas,
  pixels: Pixels,
  unit: number,
): Pixels {
  const weave = Math.max(2, 3.4 * unit);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const place = y * width + x;
      const above = relief[Math.max(0, y - 1) * width + Math.max(0, x - 1)] ?? 0;
      const below = relief[Math.min(height - 1, y + 1) * width + Math.min(width - 1, x + 1)] ?? 0;
      const thread = Math.sin((x / weave) * Math.PI) * Math.sin((y / weave) * Math.PI);
      const light = Math.max(-24, Math.min(30, (below - above) * 17)) + thread * 3;
      const at = place * 4;
      for (let part = at; part < at + 3; part += 1) data[part] = (data[part] ?? 0) + light;
      data[at + 3] = pixels.data[at + 3] ?? 0;
    }
  }
  return { width, height, data };
}
