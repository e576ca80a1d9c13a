import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import type { History } from "../clients/history.ts";
import type { Evidence, ServedImage } from "../evidence.ts";
import type { DeathBook } from "../kills/death-book.ts";
import type { Stage } from "../servers/set-stage.ts";
import { fetchImage, takeSnapshot } from "./ask-studio.ts";
import { readChanges } from "./read-changes.ts";
import { readFiles } from "./read-files.ts";
import { readRows } from "./read-rows.ts";
import { readSpool } from "./read-spool.ts";

export interface GatherOptions {
  stage: Stage;
  history: History;
  book: DeathBook;
  /** Ends the readers of events when they have seen this one. */
  stopReading(sequence: number): Promise<void>;
  stopServers(): Promise<void>;
}

/** A lease of 30 s, the recovery every 15 s, and what a person's retries may add; after that an attempt counts as stuck. */
const restMaxMs = 120_000;

const idleMaxMs = 10_000;

/** Waits until nothing is under way, and asks every witness. */
export async function gatherEvidence(options: GatherOptions): Promise<Evidence> {
  const { stage, history, book, stopReading, stopServers } = options;
  const [address = ""] = stage.addresses;
  const { generations: snapshot, sequence } = await waitForRest(address);
  await stopReading(sequence);

  const { asked, told } = history.view();
  const served: ServedImage[] = [];
  for (const imageId of told.imageIds) served.push(...(await fetchImage(address, imageId)));

  // An answer to a server that is dead may never end; what it was is known by now.
  await Promise.race([stage.gateway.idle(), wait(idleMaxMs)]);
  await stopServers();
  const database = await stage.openDatabase();
  try {
    return {
      spooled: [...book.spooled.values()],
      exits: book.exits,
      leaks: book.leaks,
      asked,
      told,
      ledger: stage.gateway.ledger(),
      rows: await readRows(database),
      changes: await readChanges(database),
      files: await readFiles(join(stage.dataDir, "files")),
      leftSpool: readSpool(join(stage.dataDir, "spool")),
      snapshot,
      served,
    };
  } finally {
    await database.close();
  }
}

async function waitForRest(address: string) {
  const endsAt = Date.now() + restMaxMs;
  for (;;) {
    const snapshot = await takeSnapshot(address);
    if (snapshot.generations.every(isOver) || Date.now() > endsAt) return snapshot;
    await wait(500);
  }
}

/** A feed that is read while an attempt ends may have that and not its generation's end: whoever follows the events has it next. */
function isOver({ attempts, endedAt }: GenerationView): boolean {
  const ends = ["succeeded", "failed", "unknown", "canceled"];
  return endedAt !== null && attempts.every(({ state }) => ends.includes(state));
}
