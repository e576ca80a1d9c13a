/**
 * What `npm start`, `npm test`, `npm run dev` and the commands for backups call. It runs on the Node the machine has (20 or later): it
 * installs the packages when they are missing or old, and hands over to the Node 24 among them.
 */
import path from "node:path";
import { install } from "./start/install.mjs";
import { isInstalled } from "./start/is-installed.mjs";
import { runScript } from "./start/run-script.mjs";

const scriptsByCommand = {
  start: [["build.ts"], ["serve.ts"]],
  dev: [["generate.ts"], ["serve.ts", "--dev"]],
  test: [["test.ts"]],
  backup: [["backup.ts"]],
  restore: [["restore.ts"]],
  verify: [["verify.ts"]],
  seed: [["generate.ts"], ["seed.ts"]],
};

process.chdir(path.join(import.meta.dirname ?? path.dirname(process.argv[1]), ".."));

const [command, ...options] = process.argv.slice(2);
const scripts = scriptsByCommand[command];
if (!scripts) {
  console.error(
    `There is no command "${command}". Use one of: ${Object.keys(scriptsByCommand).join(", ")}.`,
  );
  process.exit(1);
}

if (!isInstalled({ forTests: command === "test" })) {
  const message = await install();
  if (message) {
    console.error(message);
    process.exit(1);
  }
}

for (const [index, [script, ...fixedOptions]] of scripts.entries()) {
  const isLast = index === scripts.length - 1;
  const code = await runScript(script, isLast ? [...fixedOptions, ...options] : fixedOptions);
  if (code !== 0) process.exit(code);
}
