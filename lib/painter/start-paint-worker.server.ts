import path from "node:path";
import { Worker } from "node:worker_threads";

/**
 * Where the worker's file lies, from the root of the checkout. It is found from the working directory, not from
 * `import.meta.url`: inside Next's server this module is part of a bundle and no longer lies beside the worker.
 * Every process of the studio is started from the root.
 */
const workerFile = "lib/painter/painter-worker.server.ts";

/** Starts the painter's thread; Node strips the file's types itself. */
export function startPaintWorker(): Worker {
  // The flags of the parent (a test runner's loader, Next's hooks) are of no use to the painter.
  return new Worker(path.join(/* turbopackIgnore: true */ process.cwd(), workerFile), {
    name: "painter",
    execArgv: [],
  });
}
