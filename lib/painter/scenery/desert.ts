import { mix, shift } from "#lib/painter/drawing/colour.ts";
import { createNoise } from "#lib/painter/drawing/noise.ts";
import { type Point, path, polygon, round, terrain } from "#lib/painter/drawing/shapes.ts";
import { lit } from "#lib/painter/scene/light.ts";
import type { Scenery, Stage } from "#lib/painter/scene/stage.ts";
import { drawRidge } from "#lib/painter/scenery/landscape/ridges.ts";
import { paintSky } from "#lib/painter/scenery/landscape/sky.ts";

/** Dunes with a bright and a shaded flank, mesas far behind them. */
export function paintDesert(stage: Stage): Scenery {
  const { width, height, light } = stage;
  const noise = createNoise(stage.random("dunes"), 2);
  const chance = stage.random("ripples");
  let svg = drawRidge(stage, {
    label: "mesa",
    y: height * 0.54,
    rise: 60,
    length: 300,
    sharpness: 0.5,
    depth: 0.3,
    colour: "#b2735c",
  });

  for (let row = 0; row < 4; row += 1) {
    const depth = 0.5 + row * 0.16;
    const base = height * (0.58 + row * 0.085);
    const crest = (x: number) => base - (34 + row * 17) * noise(x / (300 + row * 140), row * 7.3);
    const sand = lit(light, shift("#e8b36b", { lightness: -0.02 * row }), depth);
    const shade = mix(sand, light.shade, 0.28);
    svg += terrain({
      width,
      bottom: height,
      step: 8,
      edge: crest,
      fill: [mix(sand, light.glow, 0.25), sand],
    });
    svg += flank(width, crest, {
      shade,
      sunSide: light.sun.x < 0.5 ? -1 : 1,
      hitFailpoint: 150 + row * 70,
    });
    if (row < 2) continue;
    for (let ripple = 0; ripple < 26; ripple += 1) {
      const [x, y] = [chance.between(0, width), base + chance.between(20, 120)];
      const long = chance.between(30, 120);
      svg += path(
        `M${round(x)} ${round(y)}q${round(long / 2)} ${round(-5)} ${round(long)} 0q${round(-long / 2)} -1 ${round(-long)} 0z`,
        shade,
        0.4,
      );
    }
  }
  return {
    behind: [...paintSky(stage, height * 0.57), { kind: "shapes", svg }],
    ahead: [],
    ground: {
      front: height * 0.9,
      back: height * 0.76,
      air: height * 0.28,
      water: null,
      isWeightless: false,
      person: 340,
      isCentred: false,
    },
  };
}

/** The lee of a dune: from each summit of the crest a shaded flank runs down to a foot of its own. */
function flank(
  width: number,
  crest: (x: number) => number,
  { shade, sunSide, hitFailpoint }: { shade: string; sunSide: number; hitFailpoint: number },
): string {
  let svg = "";
  for (let x = -200; x < width + 200; x += 10) {
    if (crest(x) >= crest(x - 10) || crest(x) > crest(x + 10)) continue;
    const edge: Point[] = [];
    for (let away = 0; away <= hitFailpoint; away += 10)
      edge.push([x - sunSide * away, crest(x - sunSide * away) - 1]);
    const foot: Point[] = edge.map(([px, py], index) => [
      px + sunSide * hitFailpoint * 0.28 * (1 - index / edge.length),
      py + hitFailpoint * 0.42 * Math.sin((Math.PI * (1 - index / (edge.length - 1))) / 2),
    ]);
    svg += polygon([...edge, ...foot.toReversed()], shade, 0.42);
  }
  return svg;
}
