/** How many tests, or checks, came out how. */
export interface Tally {
  passed: number;
  failed: number;
}

/** The same, with what it would have printed: it prints nothing while it runs, since others run beside it. */
export interface RunnerResult extends Tally {
  output: string;
}
