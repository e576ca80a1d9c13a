import { cpSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, inject } from "vitest";
import { openDatabase } from "#lib/services/open-database.server.ts";
import type { Database } from "./database.server.ts";
import { readMigrations } from "./migration/read-migrations.server.ts";

type DatabaseTests = (open: () => Promise<Database>) => void;

const kinds = [
  { kind: "PGlite", openNew: openNewPGlite },
  { kind: "PostgreSQL", openNew: openNewPostgres },
] as const;

/**
 * Runs the tests on the embedded database and on a real PostgreSQL. `open` gives the database of this describe,
 * migrated, and empty but for what the migrations put there at the start of each test.
 */
export function describeOnBothDatabases(name: string, tests: DatabaseTests): void {
  describeOn(kinds, { name, tests });
}

/** The same on PostgreSQL alone, for what has little to do with the database: there a studio takes a third of the time. */
export function describeOnPostgres(name: string, tests: DatabaseTests): void {
  describeOn([kinds[1]], { name, tests });
}

function describeOn(
  chosen: readonly (typeof kinds)[number][],
  { name, tests }: { name: string; tests: DatabaseTests },
): void {
  describe.each(chosen)(`${name}, on $kind`, ({ openNew }) => {
    let opened: OpenedDatabase;
    let isEmpty = false;

    beforeAll(async () => {
      opened = await openNew();
      return opened.dispose;
    });
    beforeEach(() => {
      isEmpty = false;
    });

    tests(async () => {
      if (!isEmpty) await empty(opened.database);
      isEmpty = true;
      return opened.database;
    });
  });
}

interface OpenedDatabase {
  database: Database;
  dispose(): Promise<void>;
}

/** A migrated embedded database in a folder of its own, which `dispose` removes. */
export async function openNewPGlite(): Promise<OpenedDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), "atelier-test-"));
  await copyPGliteTemplate(dataDir);
  const database = await openDatabase({ dataDir });
  return {
    database,
    dispose: async () => {
      await database.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

/** Puts a migrated embedded database into a data folder, which is quicker than to make it. */
export async function copyPGliteTemplate(dataDir: string): Promise<void> {
  // A thousand small files: with `cp` of fs/promises that takes seven times as long.
  cpSync(await ask("pglite"), join(dataDir, "database"), { recursive: true });
}

/** A migrated database of its own in the PostgreSQL of this run. */
export async function openNewPostgres(): Promise<OpenedDatabase> {
  const database = await openDatabase({ databaseUrl: await newPostgresUrl(), dataDir: tmpdir() });
  return { database, dispose: () => database.close() };
}

/** The URL of a migrated database of its own in the PostgreSQL of this run. */
export function newPostgresUrl(): Promise<string> {
  return ask("postgres");
}

/** The URL of a migrated database in a server that is the asking test's alone, and may be stopped and started. */
export async function startOwnPostgres(): Promise<{
  url: string;
  stop(): Promise<unknown>;
  start(): Promise<unknown>;
}> {
  return {
    url: await ask("own-postgres"),
    stop: () => ask("own-postgres/stop"),
    start: () => ask("own-postgres/start"),
  };
}

/** The setup of the run owns the templates and the server: test-database.setup.ts. */
async function ask(what: string): Promise<string> {
  const response = await fetch(`${inject("testDatabasesUrl")}/${what}`);
  const answer = await response.text();
  if (!response.ok) throw new Error(answer);
  return answer;
}

/** DELETE rather than TRUNCATE, which makes new files and takes 140 ms on PGlite. */
async function empty({ client }: Database): Promise<void> {
  await client.$executeRaw`DO $$
    DECLARE name text;
    BEGIN
      SET LOCAL session_replication_role = replica; -- no foreign keys, so in any order
      FOR name IN SELECT tablename FROM pg_tables
        WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
      LOOP
        EXECUTE format('DELETE FROM %I', name);
      END LOOP;
    END $$`;
  for (const seed of await seeds) await client.$executeRawUnsafe(seed);
}

/** What puts the rows of the migrations into an empty database. */
const seeds = readMigrations("prisma/migrations").then((migrations) =>
  migrations.flatMap(({ script }) => script.match(/^INSERT INTO [^;]+;$/gm) ?? []),
);
