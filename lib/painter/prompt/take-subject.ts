import type { Noun } from "#lib/painter/prompt/nouns.ts";
import type { PromptReading, Subject } from "#lib/painter/prompt/prompt-reading.ts";

/** What was said and waits for its noun. */
export interface Pending {
  colour: string | null;
  count: number | null;
  relation: "riding" | "inside" | null;
  /** How many subjects there were when the relation was said. */
  since: number;
  /** The icon of a vessel that what follows is in. */
  vessel: string | null;
  isFlying: boolean;
}

export const nothingPending: Pending = {
  colour: null,
  count: null,
  relation: null,
  since: 0,
  vessel: null,
  isFlying: false,
};

/** More would be a crowd of unlike things, each too small to see. */
export const subjectsMax = 4;
/** How many of a plural without a number. */
const someCount = 3;
const vessels: ReadonlySet<string> = new Set(["amphora", "basket", "bucket"]);

/** Adds a thing to the reading, with all that was said of it before; returns what now waits for a noun: nothing. */
export function takeSubject(
  reading: PromptReading,
  {
    noun,
    isPlural,
    text,
    pending,
  }: { noun: Noun; isPlural: boolean; text: string; pending: Pending },
): Pending {
  const { subjects } = reading;
  if (subjects.length >= subjectsMax) return nothingPending;

  const carried = subjects[pending.since - 1];
  const isCarrier =
    pending.relation === "riding" || (pending.relation === "inside" && vessels.has(noun.icon));
  if (carried && pending.relation && isCarrier)
    carried.upon = { index: subjects.length, how: pending.relation };

  subjects.push({
    noun: text,
    icon: noun.icon,
    hat: noun.hat,
    stance: pending.isFlying ? "air" : noun.stance,
    scale: noun.scale,
    count: pending.count ?? (isPlural ? someCount : 1),
    colour: pending.colour,
    upon: pending.vessel ? { index: subjects.length + 1, how: "inside" } : null,
  });
  if (pending.vessel) subjects.push(vesselOf(pending.vessel));
  return nothingPending;
}

function vesselOf(icon: string): Subject {
  return {
    noun: icon,
    icon,
    hat: null,
    stance: "still",
    scale: 0.6,
    count: 1,
    colour: null,
    upon: null,
  };
}
