import { hashText } from "#lib/painter/drawing/random.ts";

export type Point = readonly [x: number, y: number];

/** Filled with one colour, or from top to bottom from one to another. */
export type Fill = string | readonly [top: string, bottom: string];

/** One decimal of a unit is a tenth of a pixel: finer only makes the SVG longer. */
export function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Straight lines through the points, closed. */
export function polygon(points: readonly Point[], fill: Fill, opacity = 1): string {
  return path(`M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join("L")}z`, fill, opacity);
}

/** A path, with its gradient beside it where it has one. */
export function path(d: string, fill: Fill, opacity = 1): string {
  const alpha = opacity < 1 ? ` fill-opacity="${opacity.toFixed(2)}"` : "";
  if (typeof fill === "string") return `<path d="${d}" fill="${fill}"${alpha}/>`;

  const { definition, reference } = verticalGradient(fill[0], fill[1]);
  return `${definition}<path d="${d}" fill="${reference}"${alpha}/>`;
}

/** An ellipse around `x`, `y`. */
export function ellipse(
  x: number,
  y: number,
  radiusX: number,
  radiusY: number,
  fill: string,
  opacity = 1,
): string {
  const alpha = opacity < 1 ? ` fill-opacity="${opacity.toFixed(2)}"` : "";
  return `<ellipse cx="${round(x)}" cy="${round(y)}" rx="${round(radiusX)}" ry="${round(radiusY)}" fill="${fill}"${alpha}/>`;
}

/** A rectangle from its upper left corner. */
export function rectangle(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: Fill,
  opacity = 1,
): string {
  return path(
    `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`,
    fill,
    opacity,
  );
}

/** A stroke with round ends. */
export function line(from: Point, to: Point, width: number, colour: string, opacity = 1): string {
  const alpha = opacity < 1 ? ` stroke-opacity="${opacity.toFixed(2)}"` : "";
  return `<path d="M${round(from[0])} ${round(from[1])}L${round(to[0])} ${round(to[1])}" stroke="${colour}" stroke-width="${round(width)}" stroke-linecap="round"${alpha}/>`;
}

/** A band from a ragged upper edge down to `bottom`. */
export function terrain({
  width,
  bottom,
  step,
  edge,
  fill,
}: {
  width: number;
  bottom: number;
  /** Units between two points of the edge. */
  step: number;
  /** The height of the edge at `x`. */
  edge: (x: number) => number;
  fill: Fill;
}): string {
  const points: Point[] = [];
  for (let x = -step; x <= width + step; x += step) points.push([x, edge(x)]);
  points.push([width + step, bottom], [-step, bottom]);
  return polygon(points, fill);
}

function verticalGradient(top: string, bottom: string): { definition: string; reference: string } {
  // Named by its content: the same twice is the same gradient.
  const id = `g${hashText(`${top}${bottom}`).toString(36)}`;
  return {
    definition: `<linearGradient id="${id}" x2="0" y2="1"><stop stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient>`,
    reference: `url(#${id})`,
  };
}
