import type { Evidence } from "../evidence.ts";

/** Something that must hold whatever was killed when. */
export interface Rule {
  name: string;
  /** What is promised, for the report. */
  promise: string;
  /** Each violation in a sentence, with the ids that it is about. */
  find(evidence: Evidence): string[];
}
