import { existsSync, readFileSync } from "node:fs";
import type * as z from "zod";
import type { Tally } from "./tally.ts";

export interface TallyOptions {
  /** The JSON that the runner wrote; without it nothing was run. */
  report: string;
  schema: z.ZodType<Tally>;
  /** The runner's exit code. */
  code: number;
}

/** Counts a runner's tests. A runner that fails without a failed test, as when a file does not load, counts as one. */
export function readTally({ report, schema, code }: TallyOptions): Tally {
  if (!existsSync(report)) return { passed: 0, failed: 1 };

  const { passed, failed } = schema.parse(JSON.parse(readFileSync(report, "utf8")));
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}
