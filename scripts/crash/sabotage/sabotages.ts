import { imageSabotages } from "./image-sabotages.ts";
import { moneySabotages } from "./money-sabotages.ts";
import type { Sabotage } from "./sabotage.ts";

/** Every mistake that is tried. */
export const sabotages: readonly Sabotage[] = [...moneySabotages, ...imageSabotages];
