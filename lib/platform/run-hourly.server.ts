import { describeError, log } from "#lib/platform/log/log.server.ts";

const everyMs = 60 * 60_000;

/**
 * Does some work now and every hour, and answers what stops it, which resolves when nothing is under way any more. A
 * failure is logged, in the words of `failed`: the next hour makes up for it.
 */
export function runHourly(
  work: (signal: AbortSignal) => Promise<unknown>,
  { failed }: { failed: string },
): () => Promise<void> {
  const stopping = new AbortController();
  let working = Promise.resolve();
  const begin = () => {
    working = working
      .then(() => work(stopping.signal))
      .then(() => {})
      .catch((error) => log("warn", failed, { error: describeError(error) }));
  };

  begin();
  const timer = setInterval(begin, everyMs);
  return async () => {
    clearInterval(timer);
    stopping.abort();
    await working;
  };
}
