import { forms } from "./forms.ts";
import { images } from "./images.ts";
import { pacing } from "./pacing.ts";
import { refusals } from "./refusals.ts";
import type { Scenario } from "./scenario.ts";
import { streams } from "./streams.ts";
import { usage } from "./usage.ts";

/** Every scenario, by the name of its marker. The README's table says the same, and a test compares the two. */
export const scenarios: ReadonlyMap<string, Scenario> = new Map(
  Object.entries({ ...refusals, ...pacing, ...streams, ...images, ...forms, ...usage }),
);
