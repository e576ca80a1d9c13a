import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

const secondsBetweenSigns = 10;

/**
 * Installs the packages of package-lock.json.
 *
 * @returns {Promise<string | null>} Why it failed and what to do, or null.
 */
export async function install() {
  console.log("Installing the packages. This happens once, and takes about a minute.");
  const npm = spawn(...toCommand(), { stdio: "inherit", env: toEnvironment(process.env) });

  // npm shows its own progress in a terminal, and nothing elsewhere.
  let seconds = 0;
  const signs = setInterval(() => {
    seconds += secondsBetweenSigns;
    console.log(`Still installing, ${seconds} s so far.`);
  }, secondsBetweenSigns * 1000);

  try {
    const [code] = await once(npm, "exit");
    return code === 0 ? null : "The packages could not be installed: npm says why above.";
  } catch (error) {
    return `npm could not be started (${error.code}). Install npm, then try again.`;
  } finally {
    clearInterval(signs);
  }
}

/** The npm that called us, under the Node that runs it: the one in node_modules is about to be replaced. */
function toCommand() {
  const options = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  const { npm_execpath: npm, npm_node_execpath: node = process.execPath } = process.env;
  return npm ? [node, [npm, ...options]] : ["npm", options];
}

function toEnvironment(env) {
  const folders = (env.PATH ?? "").split(path.delimiter);
  return {
    ...env,
    // Else npm would leave out the packages of development, which `npm test` needs.
    NODE_ENV: "development",
    PATH: folders.filter((folder) => !folder.includes("node_modules")).join(path.delimiter),
    // Prisma's packages would download an engine that the studio does without; any program will do.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  };
}
