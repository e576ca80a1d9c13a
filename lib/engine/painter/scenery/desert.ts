import { mix, shift } from "../scene/colour.ts";
import { lit } from "../scene/light.ts";
import { createNoise } from "../scene/noise.ts";
import { path, round, terrain } from "../scene/shapes.ts";
import type { Scenery, Stage } from "../scene/stage.ts";
import { drawRidge } from "./ridges.ts";
import { paintSky } from "./sky.ts";

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
    const crest = (x: number) =>
      base -
      (30 + row * 16) * noise(x / (260 + row * 130), row * 7.3) -
      18 * Math.abs(noise(x / (170 + 60 * row), row * 3));
    const sand = lit(light, shift("#e8b36b", { lightness: -0.02 * row }), depth);
    const shade = mix(sand, light.shade, 0.28);
    svg += terrain({
      width,
      bottom: height,
      step: 8,
      edge: crest,
      fill: [mix(sand, light.glow, 0.25), sand],
    });
    svg += flank(width, crest, base, shade, noise, row);
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

/** The side of a dune that the light does not reach, below each crest. */
function flank(
  width: number,
  crest: (x: number) => number,
  base: number,
  shade: string,
  noise: (x: number, y: number) => number,
  row: number,
): string {
  let upper = "";
  let lower = "";
  for (let x = -10; x <= width + 10; x += 10) {
    upper += `${x < 0 ? "M" : "L"}${round(x)} ${round(crest(x))}`;
    const reach = Math.max(0, noise(x / 210 + 3, row * 5 + 1)) * 130 * (base > 0 ? 1 : 0);
    lower = `L${round(x)} ${round(crest(x) + reach)}${lower}`;
  }
  return path(`${upper}${lower}z`, shade, 0.55);
}
