/**
 * Compares the studio's rows with its files, while it runs or not:
 *   npm run verify                              reads every file; exits with 1 when something differs
 *   npm run verify -- --quick                   looks at sizes only
 *   npm run verify -- --repair [--from DIR]     mends what files alone can mend, with pictures of the backup in DIR
 *   npm run verify -- --json                    for programs
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { openBackup } from "#lib/backup/restore/open-backup.server.ts";
import { isDifference } from "#lib/backup/verify/finding.ts";
import { inspect } from "#lib/backup/verify/inspect.server.ts";
import { repair } from "#lib/backup/verify/repair.server.ts";
import { describeInspection } from "./maintain/describe-inspection.ts";
import { readPlace, runTool } from "./maintain/run-tool.ts";

await runTool("The verification", async () => {
  const { values } = parseArgs({
    options: {
      quick: { type: "boolean", default: false },
      repair: { type: "boolean", default: false },
      from: { type: "string" },
      json: { type: "boolean", default: false },
      settings: { type: "string", default: ".env" },
    },
  });
  const place = readPlace(values.settings);
  const backupDir = values.from === undefined ? null : resolve(values.from);
  if (backupDir) await openBackup(backupDir);

  const inspection = await inspect(place, { quick: values.quick });
  const repairs = values.repair ? await repair(inspection.findings, { place, backupDir }) : [];
  const mended = new Set(repairs.filter(({ left }) => !left).map(({ finding }) => finding));
  const left = inspection.findings.filter((finding) => !mended.has(finding));
  console.log(
    values.json
      ? JSON.stringify({ ...inspection, repairs, left }, null, 2)
      : describeInspection({ inspection, repairs, left, seconds: performance.now() / 1000 }),
  );
  return !left.some(isDifference);
});
