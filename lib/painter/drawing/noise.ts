import { createNoise2D } from "simplex-noise";
import type { Random } from "#lib/painter/drawing/random.ts";

/** Smooth noise in the plane, about −1 to 1. */
export type Noise = (x: number, y: number) => number;

/** Noise of several sizes at once, each half as large and half as strong as the one before. */
export function createNoise(random: Random, octaves: number): Noise {
  const layer = createNoise2D(() => random.next());
  const total = 2 - 2 ** (1 - octaves);

  return (x, y) => {
    let sum = 0;
    let strength = 1;
    let scale = 1;
    for (let octave = 0; octave < octaves; octave += 1) {
      // The shift keeps the octaves from lining up at the origin.
      sum += strength * layer(x * scale + octave * 17.3, y * scale - octave * 9.1);
      strength /= 2;
      scale *= 2;
    }
    return sum / total;
  };
}
