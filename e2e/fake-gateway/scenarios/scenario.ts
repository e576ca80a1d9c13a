import type { Marker } from "./marker.ts";
import type { Plan } from "./plan.ts";

/** One thing that can be asked of the gateway by a marker in the prompt. */
export interface Scenario {
  /** The marker as one would write it. */
  example: string;
  what: string;
  plan(marker: Marker): Partial<Plan>;
}
