import type { Bill } from "./read-bills.ts";

/** All that an error answer says, wherever it stands. */
export interface Said {
  /** Its codes, types and numbers, the outermost first. */
  codes: string[];
  /** Those of them that stand in an error, and not in a check or a part of what was made. */
  errorCodes: string[];
  /** Those that say why an answer ended, or was kept back. */
  reasons: string[];
  /** For people, the outermost first; of a text with JSON in it, that JSON's own words. */
  words: string[];
  /** Every text, as far as it is read: what it is judged by. */
  heard: string[];
  parameter: string | null;
  requestId: string | null;
  retryAfterSeconds: number | null;
  /** What failed one beside the other, or one after the other: entries of a list, or of attempts. */
  faults: unknown[];
  /** What its fields say of the bill. */
  bills: Bill[];
  /** Whether the numbers among its codes are those of MiniMax. */
  isMiniMax: boolean;
}
