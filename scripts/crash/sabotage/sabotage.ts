/** A mistake that somebody could make, to see that it does not get past the checks. */
export interface Sabotage {
  name: string;
  /** What is done wrong. */
  what: string;
  /** The lines that are changed. Each `find` stands in its file exactly once. */
  changes: readonly { file: string; find: string; replace: string }[];
  /** Where it shows. */
  database: "embedded" | "postgres";
  /** So many kills are enough for it to show. */
  kills: number;
  /** The rules of which one, at least, must catch it. */
  caughtBy: readonly string[];
}
