import type { Failpoint } from "#lib/generation/attempt/failpoint.ts";
import type { Random } from "../random.ts";
import type { Stage } from "../servers/set-stage.ts";
import { createDeathBook, type DeathBook } from "./death-book.ts";
import { disturbPostgres } from "./disturb-postgres.ts";
import { freezeServer } from "./freeze-server.ts";
import type { KillOrder } from "./kill.ts";
import { planKills } from "./plan-kills.ts";
import { runSlot } from "./run-slot.ts";

export interface KillAllOptions {
  stage: Stage;
  random: Random;
  kills: number;
  /** Each of these must have been met, too, and little else is tried then; null: all of them are tried in turn. */
  failpoints: readonly Failpoint[] | null;
  /** So many presses must have been answered, too, before it is over. */
  presses: number;
  countPresses(): number;
  /** How many events were told so far. */
  progress(): number;
  /** Milliseconds since 1970. */
  endsAt: number;
  /** Told what somebody must press for the next crash to happen. */
  onWanted(wanted: "stop" | "retry" | null): void;
}

/** So many kills for one process that is frozen for 30 s and more. */
const killsPerFreeze = 100;
/** The first comes early where another process goes on meanwhile, and later where everything waits for it. */
const killsBeforeFreeze = { postgres: 5, embedded: 80 };

/** Kills the servers of a stage until there were enough kills, and disturbs its PostgreSQL meanwhile. */
export async function killAll(options: KillAllOptions): Promise<DeathBook> {
  const { stage, random, endsAt, onWanted } = options;
  const book = createDeathBook({ stage, random: random.fork("power") });
  const plan = planKills(random.fork("plan"), {
    kills: book.kills,
    only: options.failpoints,
  });
  const isMet = (point: Failpoint) => book.kills.some(({ place }) => place === point);
  const isOver = () => {
    const isEnough =
      book.kills.length >= options.kills &&
      options.countPresses() >= options.presses &&
      (options.failpoints ?? []).every(isMet);
    return isEnough || Date.now() > endsAt;
  };
  const first = killsBeforeFreeze[stage.postgres ? "postgres" : "embedded"];
  let isFrozen = false;
  const takesFreeze = () => {
    const due = Math.floor((book.kills.length - first) / killsPerFreeze + 1);
    if (isFrozen || (book.faults["process frozen"] ?? 0) >= due) return false;
    isFrozen = true;
    return true;
  };

  const database = disturbPostgres({
    stage,
    random: random.fork("database"),
    isOver,
    // It would cut the frozen one's connections, and with them all that it believes.
    isCalm: () => isFrozen,
    count: book.count,
  });
  const slots = stage.addresses.map((_, slot) =>
    runSlot({
      plan,
      progress: options.progress,
      start: (crashAt) => stage.start(slot, crashAt),
      isOver,
      takesFreeze,
      async freeze(server) {
        // One that finds no database at its start leaves the freeze to the next.
        if (await server.ready) {
          book.count("process frozen");
          await freezeServer(server, { plan, book, postgres: stage.postgres });
        }
        isFrozen = false;
      },
      onOrder: (order) => onWanted(wantedFor(order)),
      onKill: book.enterKill,
      onExit: (server) =>
        book.enterExit(server, { isExcused: database.isRecent(server.startedAt) }),
    }),
  );
  await Promise.all(slots);
  await database.done;
  return book;
}

function wantedFor({ place }: KillOrder): "stop" | "retry" | null {
  if (place === "stopping") return "stop";
  return place === "retry-writing" ? "retry" : null;
}
