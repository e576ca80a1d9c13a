import { describeError, log } from "#lib/platform/log/log.server.ts";

/**
 * Ends the process in order when it is asked to: by SIGTERM or SIGINT, by the message `stop` of its parent, or by
 * the parent's end, so that no orphan keeps the data. A second SIGINT ends it at once.
 *
 * Ctrl-C reaches the parent too, which passes it on as a message: a second *signal* is a second press.
 */
export function stopOnRequest(stop: () => Promise<void>): void {
  let stopping = false;

  async function begin(): Promise<void> {
    if (stopping) return;
    stopping = true;
    console.log("Finishing what is in flight. Ctrl-C leaves at once.");
    log("info", "stopping");
    try {
      await stop();
      log("info", "stopped");
      process.exit(0);
    } catch (error) {
      log("error", "the studio did not stop cleanly", { error: describeError(error) });
      process.exit(1);
    }
  }

  let interrupted = false;
  process.on("SIGINT", () => {
    if (interrupted) process.exit(130);
    interrupted = true;
    void begin();
  });
  process.on("SIGTERM", begin);
  process.on("SIGHUP", begin);
  process.on("message", (message) => message === "stop" && begin());
  process.on("disconnect", begin);
}
