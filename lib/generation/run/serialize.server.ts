import { describeError, log } from "#lib/platform/log/log.server.ts";

/**
 * At most one run at a time; a call during a run makes one more follow it. A failure is logged and the next call
 * tries again: the database may be away for a while.
 */
export function serialize(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let isWanted = false;

  const run = async () => {
    do {
      isWanted = false;
      await work().catch((error) =>
        log("error", "the queue is out of reach", { error: describeError(error) }),
      );
    } while (isWanted);
    running = null;
  };
  return () => {
    isWanted = true;
    running ??= run();
    return running;
  };
}
