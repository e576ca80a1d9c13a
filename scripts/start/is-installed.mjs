import { accessSync, constants, readFileSync } from "node:fs";
import { nodePath } from "./node-path.mjs";

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes down what it installed as its last step,
 * so an interrupted install counts as none; packages for other systems are never there and do not count.
 *
 * @param {{ forTests: boolean }} options Whether the packages of development are needed too.
 */
export function isInstalled({ forTests }) {
  try {
    accessSync(nodePath, constants.X_OK);
    const wanted = readPackages("package-lock.json");
    const installed = readPackages("node_modules/.package-lock.json");

    return Object.entries(wanted)
      .filter(([folder, entry]) => folder !== "" && isNeeded(entry, forTests))
      .every(([folder, { version }]) => installed[folder]?.version === version);
  } catch {
    return false;
  }
}

function isNeeded({ dev, optional, devOptional, peer }, forTests) {
  if (optional || devOptional || peer) return false;
  return forTests || !dev;
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}
