import { mix, shift } from "#lib/painter/drawing/colour.ts";
import { ellipse, path, polygon, rectangle, round } from "#lib/painter/drawing/shapes.ts";
import type { Scenery, Stage } from "#lib/painter/scene/stage.ts";

const schemes = [
  ["#f3ead9", "#274b4a", "#e8b04b"],
  ["#f6efe6", "#7d3437", "#f0c177"],
  ["#eef1ea", "#28405f", "#f08a5d"],
  ["#fbf4ec", "#4a3b2f", "#d88f4f"],
] as const;

/** An emblem: the subject in a ring of rays, with leaves and stars. */
export function paintBadge(stage: Stage): Scenery {
  const { width, height, reading, random } = stage;
  const chance = random("badge");
  const [paper, ink, gold] = chance.pick(schemes);
  const dark = reading.palette[0] ? shift(reading.palette[0], { lightness: -0.12 }) : ink;
  const [x, y] = [width / 2, height / 2];
  const disc = mix(paper, "#ffffff", 0.45);
  const teeth = Array.from({ length: 48 }, (_, index) => {
    const angle = (index / 48) * Math.PI * 2;
    const radius = index % 2 === 0 ? 404 : 388;
    return [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius] as const;
  });
  const rays = Array.from({ length: 24 }, (_, index) => {
    const [from, to] = [(index - 0.22) * (Math.PI / 12), (index + 0.22) * (Math.PI / 12)];
    return polygon(
      [
        [x, y],
        [x + Math.cos(from) * 316, y + Math.sin(from) * 316],
        [x + Math.cos(to) * 316, y + Math.sin(to) * 316],
      ],
      gold,
      0.22,
    );
  });
  const stars = [-1, 1].map((side) => star(x + side * 342, y, 15, gold));
  const svg =
    rectangle(0, 0, width, height, paper) +
    polygon(teeth, dark) +
    ellipse(x, y, 368, 368, mix(dark, "#ffffff", 0.08)) +
    ellipse(x, y, 326, 326, gold) +
    ellipse(x, y, 316, 316, disc) +
    rays.join("") +
    laurel(x, y, -1, gold) +
    laurel(x, y, 1, gold) +
    stars.join("") +
    ellipse(x, y, 244, 244, mix(disc, gold, 0.12));

  return {
    behind: [{ kind: "shapes", svg }],
    ahead: [],
    ground: {
      front: y + 170,
      back: y + 170,
      air: y,
      water: null,
      isWeightless: true,
      person: 300,
      isCentred: true,
    },
  };
}

function laurel(x: number, y: number, side: number, fill: string): string {
  let svg = "";
  for (let leaf = 0; leaf < 11; leaf += 1) {
    const angle = Math.PI / 2 - side * (0.22 + leaf * 0.115);
    const [px, py] = [x + Math.cos(angle) * 347, y + Math.sin(angle) * 347];
    const turn = (angle * 180) / Math.PI + side * -62;
    svg += `<g transform="translate(${round(px)} ${round(py)}) rotate(${round(turn)})">${path("M-17 0Q0 -11 17 0Q0 11 -17 0z", fill)}</g>`;
  }
  return svg;
}

function star(x: number, y: number, size: number, fill: string): string {
  const points = Array.from({ length: 10 }, (_, index) => {
    const radius = index % 2 === 0 ? size : size * 0.42;
    const angle = (index / 10) * Math.PI * 2 - Math.PI / 2;
    return [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius] as const;
  });
  return polygon(points, fill);
}
