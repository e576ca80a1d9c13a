import { availableParallelism, cpus, loadavg, release, totalmem, type } from "node:os";
import type { Browser } from "playwright";

/** What the figures are measured on, and how busy it is with other things just now; a line for people. */
export function describeMachine(browser: Browser): string {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const load = `load ${loadavg()[0]?.toFixed(1)} before`;
  const processor = `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? "unknown processor"}`;

  return [
    processor,
    memory,
    `${type()} ${release()}`,
    `Node ${process.versions.node}`,
    `Chromium ${browser.version()}`,
    load,
  ].join(", ");
}
