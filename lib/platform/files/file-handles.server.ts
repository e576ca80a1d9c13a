import * as z from "zod";
import { AppError } from "#lib/platform/errors.ts";

/** What the pages, the database and a few readers need; a process of a usual system has 1,024 or more. */
const handlesMin = 256;

const reportSchema = z.object({
  userLimits: z.object({ open_files: z.object({ soft: z.union([z.number(), z.string()]) }) }),
});

/** Throws an `AppError` that says what to do when this process may open too few files to serve. */
export function requireFileHandles(): void {
  const limit = readLimit();
  if (limit !== null && limit < handlesMin) throw tooFewFileHandles();
}

/** The same as an error for those that show later, when all are in use. */
export function tooFewFileHandles(cause?: unknown): AppError {
  const limit = readLimit();
  const number =
    limit === null ? "" : ` It may open ${limit} at once, and needs ${handlesMin} at the least.`;
  return new AppError(
    "unavailable",
    `There are too few file handles for the studio.${number} Raise the limit and start it again: ulimit -n 4096 && npm start (with systemd LimitNOFILE=4096, with Docker --ulimit nofile=4096).`,
    { cause },
  );
}

/** Whether something failed for want of file handles: the process's own, or the whole system's. */
export function isTooFewFileHandles(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && (error.code === "EMFILE" || error.code === "ENFILE")) return true;

  return (
    /too many open files|\bE[MN]FILE\b/i.test(error.message) || isTooFewFileHandles(error.cause)
  );
}

/** Null where there is none, or where the system does not say. */
function readLimit(): number | null {
  if (!process.report) return null;

  // Else it asks for the names of all that is connected.
  Object.assign(process.report, { excludeNetwork: true });
  const { data } = reportSchema.safeParse(process.report.getReport());
  const soft = data?.userLimits.open_files.soft;
  return typeof soft === "number" ? soft : null;
}
