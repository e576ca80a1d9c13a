import { findMarkers, type Marker, parseMarker } from "./marker.ts";
import { type Plan, plainPlan } from "./plan.ts";
import { scenarios } from "./scenarios.ts";

/** Which fault comes how often is counted by prompt. */
export type TimesSeen = Map<string, number>;

/**
 * Reads the plan of a request from the markers in its prompt; later ones win. Throws an `Error` that names a marker
 * which is no scenario, so that a misspelt one does not pass as success.
 */
export function readPlan(prompt: string, timesSeen: TimesSeen): Plan {
  const seen = timesSeen.get(prompt) ?? 0;
  timesSeen.set(prompt, seen + 1);

  const plans = findMarkers(prompt)
    .map((marker) => (marker.name === "once" ? unwrapOnce(marker, seen) : marker))
    .filter((marker) => marker !== null)
    .map((marker) => {
      const scenario = scenarios.get(marker.name);
      if (!scenario) throw new Error(`There is no scenario "${marker.name}".`);
      return {
        ...scenario.plan(marker),
        ...(marker.words.has("charged") && { isChargedAnyway: true }),
      };
    });

  return Object.assign({ ...plainPlan }, ...plans);
}

function unwrapOnce(marker: Marker, seen: number): Marker | null {
  if (seen >= Number(marker.options.get("times") ?? 1)) return null;

  const named = parseMarker(/^\d+$/.test(marker.value) ? `fail:${marker.value}` : marker.value);
  return { ...marker, name: named.name, value: named.value };
}
