import { setTimeout as wait } from "node:timers/promises";
import { describeError, log } from "#lib/platform/log/log.server.ts";
import { isDatabaseLost } from "./is-database-lost.server.ts";

const waitMs = 1_000;

interface RetryOptions {
  /** A second lies between two of them. Default: 5. */
  timesMax?: number;
}

/**
 * Does something in the database again when the database went away meanwhile: it may have been done the first time, so
 * it must be the same done twice. Throws what is another failure, or the last one.
 */
export async function retryWhileLost<T>(
  work: () => Promise<T>,
  { timesMax = 5 }: RetryOptions = {},
): Promise<T> {
  for (let times = 1; ; times += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isDatabaseLost(error) || times === timesMax) throw error;
      log("warn", "the database does not answer", { times, error: describeError(error) });
    }
    await wait(waitMs);
  }
}
