/**
 * Backs the studio up, while it runs or not:
 *   npm run backup -- DIR   into a new folder, or into that of an earlier backup, which is brought up to date
 * Exits with 1 when it failed, or when a picture of the studio was missing or damaged.
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { backUp } from "#lib/backup/copy/back-up.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { describeBackup } from "./maintain/describe-backup.ts";
import { readPlace, runTool } from "./maintain/run-tool.ts";

await runTool("The backup", async () => {
  const { values, positionals } = parseArgs({
    options: { settings: { type: "string", default: ".env" } },
    allowPositionals: true,
  });
  const [folder, ...more] = positionals;
  if (!folder || more.length > 0) {
    throw new AppError("invalid_request", "Name one folder: npm run backup -- DIR");
  }

  const backupDir = resolve(folder);
  const report = await backUp({ place: readPlace(values.settings), backupDir });
  const seconds = performance.now() / 1000;
  console.log(describeBackup({ report, backupDir, seconds }));
  return report.pictures.faults.length === 0;
});
