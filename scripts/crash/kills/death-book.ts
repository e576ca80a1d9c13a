import { join } from "node:path";
import type { SpooledImage } from "../evidence.ts";
import { cutPower, forgetJournal } from "../power/cut-power.ts";
import type { Random } from "../random.ts";
import type { RunningServer } from "../servers/run-server.ts";
import type { Stage } from "../servers/set-stage.ts";
import { readSpool } from "../witnesses/read-spool.ts";
import type { Kill } from "./kill.ts";

/** What was done to the servers, and what was seen at it. */
export interface DeathBook {
  kills: readonly Kill[];
  /** How often what else was done. */
  faults: Readonly<Record<string, number>>;
  /** The spool as it lay there after each kill. */
  spooled: ReadonlyMap<string, SpooledImage>;
  /** What servers printed that ended by themselves. */
  exits: readonly string[];
  /** Servers that printed the gateway's key. */
  leaks: readonly string[];
  count(fault: string): void;
  enterKill(kill: Kill, server: RunningServer): void;
  /** A server that nobody killed; excused is one that found no database at its start. */
  enterExit(server: RunningServer, options: { isExcused: boolean }): void;
}

const powerCutChance = 0.4;

/** An empty book. With each kill of the only server the power may go too, as the coin says. */
export function createDeathBook({ stage, random }: { stage: Stage; random: Random }): DeathBook {
  const kills: Kill[] = [];
  const faults: Record<string, number> = {};
  const spooled = new Map<string, SpooledImage>();
  const exits: string[] = [];
  const leaks: string[] = [];

  const count = (fault: string) => {
    faults[fault] = (faults[fault] ?? 0) + 1;
  };
  const noteLeaks = (server: RunningServer) => {
    if (server.output().includes(stage.gateway.apiKey)) leaks.push(`process ${server.pid}`);
  };
  const losePower = () => {
    if (!random.chance(powerCutChance)) return forgetJournal(stage.journal);
    count("power cut");
    if (cutPower(stage.journal, random) > 0) count("that took something back");
  };

  return {
    kills,
    faults,
    spooled,
    exits,
    leaks,
    count,
    enterKill(kill, server) {
      noteLeaks(server);
      kills.push(kill);
      if (!stage.postgres) losePower();
      for (const one of readSpool(join(stage.dataDir, "spool"))) {
        spooled.set(`${one.attemptId}/${one.index}`, one);
      }
    },
    enterExit(server, { isExcused }) {
      noteLeaks(server);
      if (isExcused) count("start without a database");
      else exits.push(`process ${server.pid} ended by itself:\n${server.output()}`);
    },
  };
}
