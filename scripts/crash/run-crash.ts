import { setTimeout as wait } from "node:timers/promises";
import type { Failpoint } from "#lib/generation/attempt/failpoint.ts";
import { createHistory, type History } from "./clients/history.ts";
import { pressSave } from "./clients/press-save.ts";
import { type EventReader, readEvents } from "./clients/read-events.ts";
import { runClient } from "./clients/run-client.ts";
import type { Evidence } from "./evidence.ts";
import type { DeathBook } from "./kills/death-book.ts";
import type { Kill } from "./kills/kill.ts";
import { killAll } from "./kills/kill-all.ts";
import { createRandom } from "./random.ts";
import { type Stage, setStage } from "./servers/set-stage.ts";
import { gatherEvidence } from "./witnesses/gather-evidence.ts";

export interface CrashOptions {
  database: "embedded" | "postgres";
  kills: number;
  /** It goes on until each of these was met as well, and hardly kills elsewhere; null: it tries all of them in turn. */
  failpoints: readonly Failpoint[] | null;
  /** It goes on until so many presses were answered as well: a slow machine gets few between two kills. */
  presses: number;
  seed: string;
  /** No kill is begun after so long. */
  minutes: number;
}

/** A run that is over. */
export interface CrashRun {
  options: CrashOptions;
  evidence: Evidence;
  kills: readonly Kill[];
  /** How often the power was cut, PostgreSQL bounced, its connections cut, and a process frozen. */
  faults: Readonly<Record<string, number>>;
  /** Where everything lies. */
  folder: string;
  durationMs: number;
}

const clientCount = 6;
const readerCount = 2;

/**
 * Has clients use a studio that is killed again and again, then lets it come to rest and gathers what everybody knows.
 * What is chosen follows from the seed; how the processes interleave cannot, so a run is repeated but not replayed.
 */
export async function runCrash(options: CrashOptions): Promise<CrashRun> {
  const beganAt = Date.now();
  const stage = await setStage(options.database);
  const random = createRandom(options.seed);
  const history = createHistory();
  const pressing = new AbortController();
  const reading = new AbortController();
  let wanted: "stop" | "retry" | null = null;
  try {
    const shared = { addresses: stage.addresses, history };
    const clients = Array.from({ length: clientCount }, (_, client) =>
      runClient({
        ...shared,
        client,
        random: random.fork(`client ${client}`),
        closing: pressing.signal,
        wanted: () => wanted,
        release: stage.gateway.release,
      }),
    );
    const readers = Array.from({ length: readerCount }, (_, reader) =>
      readEvents({
        ...shared,
        reader,
        random: random.fork(`reader ${reader}`),
        closing: reading.signal,
      }),
    );

    const book = await killAll({
      stage,
      random: random.fork("kills"),
      progress: () => Math.max(...readers.map(({ cursor }) => cursor())),
      kills: options.kills,
      failpoints: options.failpoints,
      presses: options.presses,
      countPresses: history.answeredPresses,
      endsAt: beganAt + options.minutes * 60_000,
      onWanted: (next) => {
        wanted = next;
      },
    });
    pressing.abort();
    const evidence = await comeToRest({ stage, history, clients, readers, reading, book });
    const { kills, faults } = book;
    return {
      options,
      evidence,
      kills,
      faults,
      folder: stage.folder,
      durationMs: Date.now() - beganAt,
    };
  } finally {
    pressing.abort();
    reading.abort();
    await stage.close();
  }
}

interface RestOptions {
  stage: Stage;
  history: History;
  clients: readonly Promise<void>[];
  readers: readonly EventReader[];
  reading: AbortController;
  book: DeathBook;
}

/** Without kills everything must come to an end by itself. */
async function comeToRest(options: RestOptions): Promise<Evidence> {
  const { stage, history, clients, readers, reading, book } = options;
  const servers = stage.addresses.map((_, slot) => stage.start(slot, null));
  await Promise.all(servers.map(({ ready }) => ready));
  await Promise.all(clients);
  const stopSaving = stage.addresses.map(pressSave);

  return gatherEvidence({
    stage,
    book,
    history,
    async stopReading(sequence) {
      for (let waited = 0; waited < 30_000; waited += 100) {
        if (readers.every((reader) => reader.cursor() >= sequence)) break;
        await wait(100);
      }
      reading.abort();
      await Promise.all(readers.map(({ done }) => done));
    },
    async stopServers() {
      for (const stop of stopSaving) stop();
      for (const server of servers) server.send("SIGTERM");
      await Promise.all(servers.map(({ ended }) => ended));
    },
  });
}
