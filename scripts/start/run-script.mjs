import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { nodePath } from "./node-path.mjs";

const parentEveryMs = 500;

/**
 * Runs one of our scripts on the Node of node_modules, and waits for it to end. It passes on a request to stop as
 * a message, not as a signal: Ctrl-C reaches the script by itself, and must not count twice. Should this process be
 * killed, the script sees the channel close. When npm is ended, it tells nobody: this process then finds itself with
 * another parent, and asks the script to stop.
 *
 * @param {string} script Its name in `scripts/`.
 * @param {string[]} options
 * @returns {Promise<number>} The exit code; not 0 if it was asked to stop before the last script.
 */
export async function runScript(script, options) {
  const child = spawn(path.resolve(nodePath), [path.join("scripts", script), ...options], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
  });

  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  const passOn = () => child.connected && child.send("stop");
  for (const signal of signals) process.on(signal, passOn);

  const parent = process.ppid;
  const isNpms = process.env.npm_lifecycle_event !== undefined;
  const watch = setInterval(() => isNpms && process.ppid !== parent && passOn(), parentEveryMs);

  const [code] = await once(child, "exit");
  clearInterval(watch);
  for (const signal of signals) process.off(signal, passOn);
  return code ?? 1;
}
