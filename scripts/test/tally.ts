/** How many tests, or checks, came out how. */
export interface Tally {
  passed: number;
  failed: number;
}
