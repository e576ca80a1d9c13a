import { mix } from "#lib/painter/drawing/colour.ts";
import { createNoise } from "#lib/painter/drawing/noise.ts";
import { path, terrain } from "#lib/painter/drawing/shapes.ts";
import { lit } from "#lib/painter/scene/light.ts";
import type { Stage } from "#lib/painter/scene/stage.ts";
import { drawSpruceOutline } from "#lib/painter/scenery/landscape/trees.ts";

export interface RidgeOptions {
  /** A name of its own, for the seed. */
  label: string;
  /** Its middle height, and how far it rises and falls, in units. */
  y: number;
  rise: number;
  /** Units from crest to crest. */
  length: number;
  /** 0 soft hills, 1 sharp peaks. */
  sharpness: number;
  /** From 0 (the horizon) to 1 (near). */
  depth: number;
  colour: string;
  /** Spruces along the crest, in units of height; none when absent. */
  trees?: number;
}

/** The height of a ridge's crest at `x`. */
export function crestOf(
  stage: Stage,
  { label, y, rise, length, sharpness }: RidgeOptions,
): (x: number) => number {
  const noise = createNoise(stage.random(`ridge ${label}`), sharpness > 0.5 ? 5 : 2);
  return (x) => {
    const wave = noise(x / length, 0.5);
    const peak = 1 - 2 * Math.abs(noise(x / length / 1.4, 7.7));
    return y - rise * (wave * (1 - sharpness) + peak * sharpness);
  };
}

/** A ridge with mist in the valley before it: its foot fades towards the haze. */
export function drawRidge(stage: Stage, options: RidgeOptions): string {
  const crest = crestOf(stage, options);
  const { light, width, height } = stage;
  const top = lit(light, options.colour, options.depth);
  const bottom = Math.min(height, options.y + options.rise + 190);
  const foot = mix(top, light.haze, 0.5 * (1 - options.depth * 0.55));
  const band = terrain({
    width,
    bottom,
    step: options.sharpness > 0.5 ? 5 : 10,
    edge: crest,
    fill: [top, foot],
  });
  if (!options.trees) return band;

  const random = stage.random(`spruces ${options.label}`);
  let outlines = "";
  for (let x = -20; x < width + 20; x += options.trees * random.between(0.1, 0.42)) {
    outlines += drawSpruceOutline(
      random,
      x,
      crest(x) + options.trees * 0.16,
      options.trees * random.between(0.55, 1.25),
    );
  }
  return path(outlines, top) + band;
}
