import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { onTestFinished } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import type { Place } from "#lib/backup/place.server.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import { createEventHub } from "#lib/events/event-hub.server.ts";
import { createEventWaker } from "#lib/events/event-waker.server.ts";
import { currentSequence } from "#lib/events/read-events.server.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { getGeneration } from "#lib/generation/list-generations.server.ts";
import type { Database } from "#lib/platform/database/database.server.ts";
import { copyPGliteTemplate, newPostgresUrl } from "#lib/platform/database/test-database.ts";
import { makeFolder } from "#lib/platform/files/make-folder.server.ts";
import { openStudioDatabase } from "#lib/services/open-studio-database.server.ts";

export type PlaceKind = "PGlite" | "PostgreSQL";

export const migrationsDir = join(import.meta.dirname, "../../prisma/migrations");

/** A folder of the test's own. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "atelier-backup-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** An empty place: a data folder that is not there yet, and with PostgreSQL a database without tables. */
export async function newPlace(kind: PlaceKind): Promise<Place> {
  const dataDir = join(await newFolder(), "data");
  return { dataDir, databaseUrl: kind === "PGlite" ? undefined : await newEmptyPostgresUrl() };
}

export interface OpenedStudio extends TestStudio {
  database: Database;
}

/** A studio that runs at a place, but for its pages, with a gateway of its own. It is closed with the test, or before. */
export async function openStudio(place: Place): Promise<OpenedStudio> {
  const studio = await openUnwatched(place);
  onTestFinished(studio.close);
  return studio;
}

/** Makes a studio with two finished pictures in a data folder, and closes it. */
export async function makeSample(dataDir: string): Promise<void> {
  const studio = await openUnwatched({ dataDir, databaseUrl: undefined });
  await studio.start();
  for (const prompt of ["a fox", "a hare"]) await studio.ended((await studio.submit(prompt)).id);
  await studio.close();
}

async function openUnwatched(place: Place): Promise<OpenedStudio> {
  await makeFolder(place.dataDir);
  const isNew = !(await readdir(place.dataDir)).includes("database");
  if (isNew && !place.databaseUrl) await copyPGliteTemplate(place.dataDir);
  const database = await openStudioDatabase(place);
  const studio = await createTestStudio(database, { directory: place.dataDir });
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= studio.close().then(() => database.close());
    return closing;
  };
  return { ...studio, database, close };
}

/** A generation of a studio whose log does not go back to its begin, as a restored one's, once nothing of it is queued or running. */
export async function settled(
  { context: { client }, database }: OpenedStudio,
  id: string,
): Promise<GenerationView> {
  const waker = await createEventWaker(database);
  const after = await currentSequence(client, userId);
  const leaving = new AbortController();
  const signal = AbortSignal.any([leaving.signal, AbortSignal.timeout(300_000)]);
  const events = createEventHub({ client, waker }).follow({ userId, after, signal });
  try {
    for (;;) {
      const view = await getGeneration(client, { userId, id });
      if (!["queued", "running"].includes(view.state)) return view;
      if ((await events.next()).done) throw new Error("the events ended before the generation");
    }
  } finally {
    leaving.abort();
    await waker.close();
  }
}

async function newEmptyPostgresUrl(): Promise<string> {
  const url = new URL(await newPostgresUrl());
  const client = new pg.Client(url.href);
  await client.connect();
  url.pathname += "_empty";
  await client.query(`CREATE DATABASE ${url.pathname.slice(1)}`).finally(() => client.end());
  return url.href;
}
