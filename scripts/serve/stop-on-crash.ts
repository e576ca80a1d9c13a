import { describeError, log } from "#lib/platform/log/log.server.ts";

/**
 * What to do about an error that nobody caught. An exception leaves nobody knows what half done: the studio finishes
 * what is paid for, as far as it still can, and ends with 1, for whoever restarts it. A rejection that nobody awaited is
 * logged only: React's late awaiting makes such of pages that are closed early, and what the queue does is awaited.
 */
export function stopOnCrash(stop: () => Promise<void>): void {
  process.on("unhandledRejection", (error) => {
    log("error", "a promise failed that nobody awaited", { error: describeError(error) });
  });

  let isStopping = false;
  process.on("uncaughtException", async (error) => {
    log("error", "an exception that nobody caught: the studio stops", {
      error: describeError(error),
    });
    if (isStopping) return;
    isStopping = true;

    try {
      await stop();
    } finally {
      process.exit(1);
    }
  });
}
