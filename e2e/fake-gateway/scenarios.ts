import type { Scenario } from "./scenario.ts";
import { forms } from "./scenarios/forms.ts";
import { pacing } from "./scenarios/pacing.ts";
import { pictures } from "./scenarios/pictures.ts";
import { refusals } from "./scenarios/refusals.ts";
import { streams } from "./scenarios/streams.ts";
import { usage } from "./scenarios/usage.ts";

/** Every scenario, by the name of its marker. The README's table says the same, and a test compares the two. */
export const scenarios: ReadonlyMap<string, Scenario> = new Map(
  Object.entries({ ...refusals, ...pacing, ...streams, ...pictures, ...forms, ...usage }),
);
