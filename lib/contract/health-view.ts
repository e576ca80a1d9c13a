/** Something that a person should look at. */
export interface HealthProblem {
  /** A short word for the kind, as `database_unreachable`; docs/after-a-crash.md lists them. */
  code: string;
  /** What is wrong, in a whole sentence. */
  message: string;
  /** What to do about it. */
  remedy: string;
}

/** The answer of `GET /api/health`. */
export interface HealthView {
  /**
   * - `ok`: nothing to do.
   * - `degraded`: the studio serves, and a person should look at `problems`.
   * - `failing`: it cannot do its work. The HTTP status is 503 then.
   */
  status: "ok" | "degraded" | "failing";
  problems: HealthProblem[];
  /** The figures behind it, by check; one that could not be taken is missing or null. */
  checks: Record<string, object>;
  version: string;
  uptimeSeconds: number;
}
