import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import {
  openPGliteFolder,
  toSqlConnection,
} from "#lib/platform/database/pglite/connect-pglite.server.ts";
import {
  openSchemaEngine,
  toMigrationList,
} from "#lib/platform/database/schema/schema-engine.server.ts";
import type { SqlConnection } from "#lib/platform/database/sql-connection.server.ts";
import { newPostgresUrl } from "#lib/platform/database/test-database.ts";
import { openDatabase } from "#lib/services/open-database.server.ts";
import { migrate } from "./migrate.server.ts";
import { readMigrations } from "./read-migrations.server.ts";

/** A copy of the migrations that a test may change. */
let migrationsDir: string;

beforeEach(async () => {
  migrationsDir = await mkdtemp(join(tmpdir(), "atelier-test-"));
  await cp("prisma/migrations", migrationsDir, { recursive: true });
  return () => rm(migrationsDir, { recursive: true });
});

describe.each([
  { kind: "PGlite", connect: connectPGlite },
  { kind: "PostgreSQL", connect: connectPostgres },
])("migrating $kind", ({ connect }) => {
  test("applies what is pending, and nothing twice", async () => {
    const connection = await connect();
    const names = (await readMigrations(migrationsDir)).map((migration) => migration.name);
    expect(await migrate(connection, { migrationsDir })).toEqual(names);
    expect(await migrate(connection, { migrationsDir })).toEqual([]);

    await addMigration("29990101000000_note", "CREATE TABLE note (); CREATE TABLE second_note ();");
    expect(await migrate(connection, { migrationsDir })).toEqual(["29990101000000_note"]);
  });

  test("applies them up to one, and the rest afterwards", async () => {
    const connection = await connect();
    const names = (await readMigrations(migrationsDir)).map((migration) => migration.name);
    expect(await migrate(connection, { migrationsDir, upTo: names[0] ?? "" })).toEqual([names[0]]);
    expect(await migrate(connection, { migrationsDir })).toEqual(names.slice(1));
  });

  test("a migration that fails leaves the database as it was, and says why", async () => {
    const connection = await connect();
    const folder = await addMigration(
      "29990101000000_note",
      "CREATE TABLE note (); SELECT nonsense;",
    );
    await expect(migrate(connection, { migrationsDir })).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringContaining(
        'The migration 29990101000000_note failed and was undone: column "nonsense" does not exist.',
      ),
    });

    await writeFile(join(folder, "migration.sql"), "CREATE TABLE note ();");
    expect(await migrate(connection, { migrationsDir })).toEqual(["29990101000000_note"]);
  });

  test("a migration and the note of it are written together or not at all", async () => {
    const connection = await connect();
    await addMigration("29990101000000_note", "CREATE TABLE note ();");
    const failing = migrate(failToNote(connection, "29990101000000_note"), { migrationsDir });
    await expect(failing).rejects.toThrow("failed and was undone: the disk is full");
    expect(await migrate(connection, { migrationsDir })).toEqual(["29990101000000_note"]);
  });

  test.each([
    ["29990101000000_note", /newer than this version of Atelier \(it has the migration 2999/],
    ["20261122140000_init", /before its first release .* set DATA_DIR to a new folder/],
  ])("refuses a database that %s has migrated, and says what to do", async (name, words) => {
    const connection = await connect();
    const folder = await addMigration(name, "CREATE TABLE note ();");
    await migrate(connection, { migrationsDir });
    await rm(folder, { recursive: true });
    await expect(migrate(connection, { migrationsDir })).rejects.toThrow(words);
  });

  test("refuses a migration that was changed afterwards, but for its line ends", async () => {
    const connection = await connect();
    const folder = await addMigration("29990101000000_note", "CREATE TABLE note\n();\n");
    await migrate(connection, { migrationsDir });
    await writeFile(join(folder, "migration.sql"), "CREATE TABLE note\r\n();\r\n");
    expect(await migrate(connection, { migrationsDir })).toEqual([]);

    await writeFile(join(folder, "migration.sql"), "CREATE TABLE other ();");
    await expect(migrate(connection, { migrationsDir })).rejects.toThrow("was changed after");
  });
});

test("processes that start together on one PostgreSQL migrate it once", async () => {
  const databaseUrl = await newEmptyPostgresUrl();
  const openings = [1, 2, 3, 4].map(() => openDatabase({ databaseUrl, dataDir: tmpdir() }));
  const databases = await Promise.all(openings);
  onTestFinished(async () => {
    await Promise.all(databases.map((database) => database.close()));
  });
  expect(await databases[0]?.client.user.count()).toBe(1);
});

test("Prisma's own engine finds nothing to do after ours, and nothing amiss", async () => {
  const pglite = await openPGlite();
  await migrate(toSqlConnection(pglite), { migrationsDir });

  const path = "prisma/schema.prisma";
  const engine = await openSchemaEngine(pglite, { path, content: await readFile(path, "utf8") });
  const migrationsList = toMigrationList(migrationsDir, await readMigrations(migrationsDir));
  const filters = { externalTables: [], externalEnums: [] };
  expect(
    await engine.diagnoseMigrationHistory({
      migrationsList,
      filters,
      optInToShadowDatabase: false,
    }),
  ).toEqual({
    hasMigrationsTable: true,
    history: null,
    editedMigrationNames: [],
    failedMigrationNames: [],
  });
  expect(await engine.applyMigrations({ migrationsList, filters })).toEqual({
    appliedMigrationNames: [],
  });
});

test("what Prisma's own engine has applied is applied", async () => {
  const pglite = await openPGlite();
  const path = "prisma/schema.prisma";
  const engine = await openSchemaEngine(pglite, { path, content: await readFile(path, "utf8") });
  const migrationsList = toMigrationList(migrationsDir, await readMigrations(migrationsDir));
  await engine.applyMigrations({
    migrationsList,
    filters: { externalTables: [], externalEnums: [] },
  });
  expect(await migrate(toSqlConnection(pglite), { migrationsDir })).toEqual([]);
});

/** The connection, on which the row of one migration cannot be written. */
function failToNote(connection: SqlConnection, name: string): SqlConnection {
  return {
    execute: connection.execute,
    query: (sql, values) => {
      if (values?.includes(name)) throw new Error("the disk is full");
      return connection.query(sql, values);
    },
  };
}

async function addMigration(name: string, script: string): Promise<string> {
  const folder = join(migrationsDir, name);
  await mkdir(folder);
  await writeFile(join(folder, "migration.sql"), script);
  return folder;
}

async function openPGlite(): Promise<PGlite> {
  const folder = await mkdtemp(join(tmpdir(), "atelier-test-"));
  const pglite = await openPGliteFolder(join(folder, "database"));
  onTestFinished(async () => {
    await pglite.close();
    await rm(folder, { recursive: true });
  });
  return pglite;
}

async function connectPGlite(): Promise<SqlConnection> {
  return toSqlConnection(await openPGlite());
}

async function connectPostgres(): Promise<SqlConnection> {
  const client = new pg.Client(await newEmptyPostgresUrl());
  await client.connect();
  onTestFinished(() => client.end());
  return {
    query: (sql, values) => client.query(sql, values),
    execute: async (script) => {
      await client.query(script);
    },
  };
}

async function newEmptyPostgresUrl(): Promise<string> {
  const url = new URL(await newPostgresUrl());
  const client = new pg.Client(url.href);
  await client.connect();
  url.pathname += "_empty";
  await client.query(`CREATE DATABASE ${url.pathname.slice(1)}`).finally(() => client.end());
  return url.href;
}
