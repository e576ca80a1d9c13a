import { gallery } from "./gallery.ts";
import { making } from "./making.ts";
import { panels } from "./panels.ts";
import { pictures } from "./pictures.ts";
import { problems } from "./problems.ts";
import type { State } from "./state.ts";
import { viewer } from "./viewer.ts";

/** In their order: each goes on from what the one before has left. */
export const states: readonly State[] = [
  ...pictures,
  ...viewer,
  ...panels,
  ...problems,
  ...making,
  ...gallery,
];
