/** Serves the built studio; with `--dev`, the sources as they are. Ends on SIGTERM, SIGINT, or with its parent. */
import path from "node:path";
import { parseArgs } from "node:util";
import { log } from "#lib/platform/log/log.server.ts";
import { readVersion } from "#lib/platform/read-version.server.ts";
import { startStudio } from "./serve/start-studio.ts";
import { stopOnCrash } from "./serve/stop-on-crash.ts";
import { stopOnRequest } from "./serve/stop-on-request.ts";
import { toStartMessage } from "./serve/to-start-message.ts";

process.chdir(path.join(import.meta.dirname, ".."));

try {
  const { values: options } = parseArgs({
    options: {
      dev: { type: "boolean", default: false },
      /** The file of settings; `none` reads the environment only. Node claims the name --env-file for itself. */
      settings: { type: "string", default: ".env" },
    },
  });
  const starting = startStudio({
    dev: options.dev,
    settingsFile: options.settings === "none" ? null : options.settings,
  });
  const stop = async () => (await starting).stop();
  stopOnRequest(stop);
  stopOnCrash(stop);
  const studio = await starting;

  const seconds = (performance.now() / 1000).toFixed(1);
  console.log([`Atelier is ready on ${studio.url} (${seconds} s)`, ...studio.lines].join("\n  "));
  log("info", "started", { url: studio.url, version: readVersion() });
  process.send?.({ type: "ready", url: studio.url });
} catch (error) {
  process.stderr.write(`${toStartMessage(error)}\n`);
  process.exit(1);
}
