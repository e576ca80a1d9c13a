/**
 * Restores a backup into an empty place, which DATA_DIR and DATABASE_URL name:
 *   npm run restore -- DIR
 * Exits with 1 when it failed, or when a picture was missing or damaged in the backup.
 */
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { restore } from "#lib/backup/restore/restore.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { describeRestore } from "./maintain/describe-restore.ts";
import { readPlace, runTool } from "./maintain/run-tool.ts";

await runTool("The restore", async () => {
  const { values, positionals } = parseArgs({
    options: { settings: { type: "string", default: ".env" } },
    allowPositionals: true,
  });
  const [folder, ...more] = positionals;
  if (!folder || more.length > 0) {
    throw new AppError("invalid_request", "Name the folder of one backup: npm run restore -- DIR");
  }

  const place = readPlace(values.settings);
  const migrationsDir = join(import.meta.dirname, "..", "prisma", "migrations");
  const report = await restore({ backupDir: resolve(folder), place, migrationsDir });
  console.log(describeRestore({ report, place, seconds: performance.now() / 1000 }));
  return report.pictures.faults.length + report.spool.faults.length === 0;
});
