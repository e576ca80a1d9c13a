import { setTimeout as wait } from "node:timers/promises";
import { describeError, log } from "#lib/platform/log/log.server.ts";
import type { Database } from "./database.server.ts";
import { lookAfterTables, type Occasion } from "./look-after-tables.server.ts";

/** A page is asked for right after a start; what was known of the tables before will do for it. */
const firstAfterMs = 2_000;

const everyMs = 60_000;
const roundsPerHour = 60;

/**
 * Does for the embedded database what PostgreSQL does by itself: ANALYZE, without which it does not know what it holds and
 * plans accordingly, and VACUUM, without which a deleted row's space is lost. Answers what stops it, which resolves when
 * nothing is under way any more. A failure is logged: the next minute makes up for it.
 */
export function keepInShape({ client, folder }: Database): () => Promise<void> {
  if (!folder) return async () => {};

  const stopping = new AbortController();
  const { signal } = stopping;
  const pause = (ms: number) => wait(ms, undefined, { signal }).catch(() => {});

  const keep = async () => {
    await pause(firstAfterMs);
    for (let round = 0; !signal.aborted; round += 1) {
      await lookAfter(occasionOf(round));
      await pause(everyMs);
    }
  };
  const lookAfter = async (occasion: Occasion) => {
    try {
      await lookAfterTables(client, { occasion, signal });
    } catch (error) {
      if (!signal.aborted) log("warn", "tables not looked after", { error: describeError(error) });
    }
  };
  const keeping = keep();

  return async () => {
    stopping.abort();
    await keeping;
  };
}

function occasionOf(round: number): Occasion {
  if (round === 0) return "start";
  return round % roundsPerHour === 0 ? "hour" : "minute";
}
