import { hostname } from "node:os";
import type { ImageEngine } from "#lib/engine/image-engine.ts";
import { attemptsChannel } from "#lib/generation/change-attempt.server.ts";
import { claimAttempt } from "#lib/generation/claim-attempt.server.ts";
import { recoverAttempts } from "#lib/generation/recover-attempts.server.ts";
import { runAttempt } from "#lib/generation/run-attempt.server.ts";
import type { RunContext } from "#lib/generation/run-context.server.ts";
import { hangUpChannel } from "#lib/generation/stop-generation.server.ts";
import type { Database } from "#lib/platform/database/database.server.ts";
import { describeError, log } from "#lib/platform/log.server.ts";

/** A notification can be lost; a look at the queue this often makes up for it, and finds what became due. */
const pollEveryMs = 2_000;
const recoverEveryMs = 15_000;

/** Carries out the attempts of the queue in this process. */
export interface Runner {
  /** Claims no more, waits for what is in flight, `graceMs` at most, and tells how many it left behind. */
  close(options: { graceMs: number }): Promise<number>;
}

interface RunnerOptions {
  context: RunContext;
  database: Database;
  /** How many attempts may be in flight at once, by engine. */
  slots: Record<ImageEngine["id"], number>;
}

/** Starts claiming and recovering at once. */
export async function startRunner({ context, database, slots }: RunnerOptions): Promise<Runner> {
  const owner = `${hostname()}:${process.pid}`;
  const inFlight = new Map<
    string,
    { engine: ImageEngine["id"]; abort: AbortController; done: Promise<void> }
  >();
  let isClosing = false;

  const freeEngines = () =>
    (["painter", "gateway"] as const).filter((engine) => {
      const busy = [...inFlight.values()].filter((one) => one.engine === engine).length;
      return busy < slots[engine];
    });

  const claimAll = serialize(async () => {
    for (let engines = freeEngines(); !isClosing && engines.length > 0; engines = freeEngines()) {
      const claim = await claimAttempt(context.client, { owner, engines });
      if (!claim) return;

      const abort = new AbortController();
      const done = runAttempt(context, { claim, signal: abort.signal })
        .catch((error) =>
          log("error", "attempt broke off", { attempt: claim.id, error: describeError(error) }),
        )
        .finally(() => {
          inFlight.delete(claim.id);
          claimAll();
        });
      inFlight.set(claim.id, { engine: claim.engine, abort, done });
    }
  });
  const recover = serialize(async () => {
    if (!isClosing) await recoverAttempts(context, { owner });
  });

  const unlistens = await Promise.all([
    database.listen(attemptsChannel, claimAll),
    database.listen(hangUpChannel, (id) => inFlight.get(id)?.abort.abort()),
  ]);
  const timers = [setInterval(claimAll, pollEveryMs), setInterval(recover, recoverEveryMs)];
  recover();
  claimAll();

  return {
    async close({ graceMs }) {
      isClosing = true;
      for (const timer of timers) clearInterval(timer);
      await Promise.all([claimAll(), recover()]);

      const grace = Promise.withResolvers<void>();
      const timer = setTimeout(grace.resolve, graceMs);
      await Promise.race([
        Promise.all([...inFlight.values()].map((one) => one.done)),
        grace.promise,
      ]);
      clearTimeout(timer);
      await Promise.all(unlistens.map((unlisten) => unlisten()));
      return inFlight.size;
    },
  };
}

/**
 * At most one run at a time; a call during a run makes one more follow it. A failure is logged and the next call
 * tries again: the database may be away for a while.
 */
function serialize(work: () => Promise<void>): () => Promise<void> {
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
