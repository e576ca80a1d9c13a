/**
 * Serves the built studio as `scripts/serve.ts` does, and ends it as `kill -9` would when a failpoint is reached:
 * `--crash-at storing:2` means the second time. With `--journal` it keeps a record of what reached the disk for certain.
 */
import path from "node:path";
import { parseArgs } from "node:util";
import { startStudio } from "../serve/start-studio.ts";
import { stopOnRequest } from "../serve/stop-on-request.ts";
import { toStartMessage } from "../serve/to-start-message.ts";
import { keepJournal } from "./power/keep-journal.ts";

process.chdir(path.join(import.meta.dirname, "../.."));

const { values: options } = parseArgs({
  options: { "crash-at": { type: "string" }, journal: { type: "string" } },
});

try {
  nameDatabaseSession();
  if (options.journal) keepJournal(options.journal, { dataDir: process.env["DATA_DIR"] ?? "" });
  const starting = startStudio({
    dev: false,
    settingsFile: null,
    hitFailpoint: crashAt(options["crash-at"] ?? ""),
  });
  stopOnRequest(async () => (await starting).stop());
  const studio = await starting;
  process.send?.({ type: "ready", url: studio.url });
} catch (error) {
  process.stderr.write(`${toStartMessage(error)}\n`);
  process.exit(1);
}

function crashAt(order: string): (point: string) => void {
  const [wanted, nth = "1"] = order.split(":");
  let left = Number(nth);

  return (point) => {
    if (point !== wanted) return;
    left -= 1;
    if (left === 0) process.kill(process.pid, "SIGKILL");
  };
}

/** PostgreSQL knows its sessions by this name, so that a trigger can tell which process wrote. */
function nameDatabaseSession(): void {
  const given = process.env["DATABASE_URL"];
  if (!given) return;

  const url = new URL(given);
  url.searchParams.set("application_name", `atelier:${process.pid}`);
  process.env["DATABASE_URL"] = url.href;
}
