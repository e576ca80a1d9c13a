import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { expect, onTestFinished, test } from "vitest";

/** Waits for the others at the gate, then asks for the key. */
const racer = `
  import { parentPort, workerData } from "node:worker_threads";
  const { readOrMakeKeyFile } = await import(workerData.module);
  const gate = new Int32Array(workerData.gate);
  Atomics.add(gate, 0, 1);
  Atomics.notify(gate, 0);
  while (Atomics.load(gate, 0) < workerData.racers) {}
  parentPort.postMessage(Buffer.from(readOrMakeKeyFile(workerData.directory)).toString("hex"));
`;

test("racers for a new key file all get the same key", async () => {
  const directory = await mkdtemp(join(tmpdir(), "atelier-key-"));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  const racers = 6;
  const workerData = {
    directory,
    racers,
    gate: new SharedArrayBuffer(4),
    module: new URL("./secret-key-file.server.ts", import.meta.url).href,
  };

  const keys = await Promise.all(Array.from({ length: racers }, () => race(workerData)));

  expect(new Set(keys).size).toBe(1);
  expect(keys[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(await readdir(directory)).toEqual(["secret.key"]);
});

function race(workerData: unknown): Promise<string> {
  const source = new URL(`data:text/javascript,${encodeURIComponent(racer)}`);
  const worker = new Worker(source, { workerData });

  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}
