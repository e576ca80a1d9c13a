import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { lockDataFolder } from "./data-lock.server.ts";

test("a second process is refused, and told who holds the folder", async () => {
  const dataDir = await makeFolder();
  const holder = spawnLocker(dataDir);
  expect(await holder.said).toBe("locked");

  expect(() => lockDataFolder(dataDir)).toThrow(
    `uses the data folder ${dataDir}: process ${holder.child.pid} on ${hostname()}, since 20`,
  );
});

test("the folder of a killed process is free at once", async () => {
  const dataDir = await makeFolder();
  const { child, said } = spawnLocker(dataDir);
  expect(await said).toBe("locked");
  child.kill("SIGKILL");
  await once(child, "exit");

  lockDataFolder(dataDir).release();
});

test("of processes that race for a folder exactly one wins", async () => {
  const dataDir = await makeFolder();
  const outcomes = await Promise.all([1, 2, 3].map(() => spawnLocker(dataDir).said));
  expect(outcomes.sort()).toEqual(["conflict", "conflict", "locked"]);
});

test("the same process is refused a second time, until it releases the folder", async () => {
  const dataDir = await makeFolder();
  const lock = lockDataFolder(dataDir);
  expect(() => lockDataFolder(dataDir)).toThrow(`process ${process.pid} on`);

  lock.release();
  lock.release();
  lockDataFolder(dataDir).release();
});

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "atelier-test-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** A process that takes the lock, says "locked" or the error's code, and stays until it is killed. */
function spawnLocker(dataDir: string): { child: ChildProcess; said: Promise<string> } {
  const script = `
    const { lockDataFolder } = await import(${JSON.stringify(new URL("data-lock.server.ts", import.meta.url))});
    try {
      globalThis.lock = lockDataFolder(${JSON.stringify(dataDir)});
      console.log("locked");
    } catch (error) {
      console.log(error.code);
    }
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  const said = once(createInterface(child.stdout), "line").then(([line]) => String(line));
  return { child, said };
}
