import * as z from "zod";

/** Something that a person should look at. */
const healthProblemSchema = z.strictObject({
  /** A short word for the kind, as `database_unreachable`; docs/after-a-crash.md lists them. */
  code: z.string(),
  /** What is wrong, in a whole sentence. */
  message: z.string(),
  /** What to do about it. */
  remedy: z.string(),
});

export type HealthProblem = z.infer<typeof healthProblemSchema>;

/** The answer of `GET /api/health`. */
export const healthViewSchema = z.strictObject({
  /**
   * - `ok`: nothing to do.
   * - `degraded`: the studio serves, and a person should look at `problems`.
   * - `failing`: it cannot do its work. The HTTP status is 503 then.
   */
  status: z.enum(["ok", "degraded", "failing"]),
  problems: z.array(healthProblemSchema),
  /** The figures behind it, by check; one that could not be taken is missing or null. */
  checks: z.record(z.string(), z.record(z.string(), z.unknown())),
  version: z.string(),
  uptimeSeconds: z.int(),
});

export type HealthView = z.infer<typeof healthViewSchema>;
