import type { Actor } from "#lib/painter/icons/cast-subjects.server.ts";
import type { Scenery } from "#lib/painter/scene/stage.ts";

/** The part of a scene where somebody has their place. */
export type Spot = "back" | "aloft" | "water" | "front" | "edge";

/** Where somebody belongs, by what they are and what the ground is. */
export function spotOf(
  { subject: { stance } }: Actor,
  { isWeightless, water }: Scenery["ground"],
): Spot {
  switch (stance) {
    case "building":
      return "back";
    case "bust":
      return "edge";
    case "air":
      return "aloft";
    case "swim":
      if (isWeightless || water === null) return "aloft";
      return "water";
    case "water":
      if (isWeightless) return "aloft";
      return water === null ? "front" : "water";
    case "ground":
    case "still":
      return isWeightless ? "aloft" : "front";
    default:
      return stance satisfies never;
  }
}
