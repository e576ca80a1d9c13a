/** How many tests, or checks, came out how. */
export interface Tally {
  passed: number;
  failed: number;
}

/** The same of a runner that prints nothing while it runs, since others run beside it. */
export interface RunnerResult extends Tally {
  output: string;
}
