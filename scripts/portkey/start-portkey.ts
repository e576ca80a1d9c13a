import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { findFreePort } from "../../e2e/fake-gateway/find-free-port.ts";

/** The version that docs/portkey.md tells of. */
export const portkeyVersion = "1.15.2";

const startTries = 100;

export interface Portkey {
  /** As `http://127.0.0.1:8787`. */
  url: string;
  close(): Promise<void>;
}

/** Installs Portkey's gateway into a folder of its own and starts it on a free port. `close` removes both. */
export async function startPortkey(): Promise<Portkey> {
  const folder = mkdtempSync(path.join(tmpdir(), "atelier-portkey-"));
  const manifest = { private: true, dependencies: { "@portkey-ai/gateway": portkeyVersion } };
  writeFileSync(path.join(folder, "package.json"), JSON.stringify(manifest));
  execFileSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: folder,
    stdio: "ignore",
  });

  const port = await findFreePort();
  const server = path.join(folder, "node_modules/@portkey-ai/gateway/build/start-server.js");
  const child = spawn(process.execPath, [server, `--port=${port}`, "--headless"], {
    stdio: "ignore",
  });
  const url = `http://127.0.0.1:${port}`;
  await untilItAnswers(url, child);

  return {
    url,
    async close() {
      const ended = once(child, "exit");
      child.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

async function untilItAnswers(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < startTries && child.exitCode === null; tries += 1) {
    const isHere = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isHere) return;
    await wait(100);
  }
  throw new Error("Portkey's gateway did not start.");
}
