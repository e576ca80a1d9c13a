import type { Layer } from "#lib/painter/drawing/layer.ts";
import { createRandom, type Random } from "#lib/painter/drawing/random.ts";
import type { PromptReading } from "#lib/painter/prompt/prompt-reading.ts";
import { chooseLight, type Light } from "#lib/painter/scene/light.ts";

/** What every part of a scene is drawn from. The picture's short side is 1000 units, whatever its pixels. */
export interface Stage {
  width: number;
  height: number;
  reading: PromptReading;
  light: Light;
  /** A stream of its own for each part, by name. */
  random(label: string): Random;
}

/** A backdrop, with the places in it where things can be. Distances are the stage's units. */
export interface Scenery {
  behind: Layer[];
  ahead: Layer[];
  ground: {
    /** Where things in front stand, things farther off, and where the ground begins. */
    front: number;
    back: number;
    /** Where flying things are. */
    air: number;
    /** Where things float; null where there is no water. */
    water: number | null;
    /** Things are in the deep, or in space: they hang in the middle and throw no shadow. */
    isWeightless: boolean;
    /** How tall a person is. */
    person: number;
    /** Whether the picture looks best with its subject in the middle. */
    isCentred: boolean;
  };
}

/** Sets the stage for a picture of an aspect: its units, its light, its chances. */
export function createStage({
  reading,
  seed,
  aspect,
}: {
  reading: PromptReading;
  seed: number;
  /** Width by height. */
  aspect: number;
}): Stage {
  const random = (label: string) => createRandom(seed, label);
  return {
    width: 1000 * Math.max(1, aspect),
    height: 1000 / Math.min(1, aspect),
    reading,
    light: chooseLight(reading, random("light")),
    random,
  };
}
