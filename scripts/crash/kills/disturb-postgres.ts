import { setTimeout as wait } from "node:timers/promises";
import type { Random } from "../random.ts";
import type { Stage } from "../servers/set-stage.ts";

export interface DisturbOptions {
  stage: Stage;
  random: Random;
  isOver(): boolean;
  /** Whether it is to be left alone for now. */
  isCalm(): boolean;
  count(fault: string): void;
}

/** Cuts the connections of PostgreSQL every few seconds, and stops and starts it now and then. Nothing without one. */
export function disturbPostgres({ stage, random, isOver, isCalm, count }: DisturbOptions): {
  /** Whether it was disturbed since then, milliseconds since 1970. */
  isRecent(since: number): boolean;
  done: Promise<void>;
} {
  const { postgres } = stage;
  let latest = 0;

  async function disturb(): Promise<void> {
    while (postgres && !isOver()) {
      await wait(random.whole(2_500, 6_000));
      if (isCalm()) continue;

      const isBounce = random.chance(0.25);
      count(isBounce ? "PostgreSQL bounced" : "connections cut");
      latest = Number.POSITIVE_INFINITY;
      await (isBounce ? postgres.bounce() : postgres.cutConnections());
      latest = Date.now();
    }
  }

  return { isRecent: (since) => latest >= since, done: disturb() };
}
