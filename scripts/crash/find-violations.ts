import type { Evidence } from "./evidence.ts";
import { rules } from "./rules.ts";

/** A promise that was broken. */
export interface Violation {
  rule: string;
  what: string;
}

/** Holds the witnesses of a run against each other. */
export function findViolations(evidence: Evidence): Violation[] {
  return rules.flatMap(({ name, find }) => find(evidence).map((what) => ({ rule: name, what })));
}
