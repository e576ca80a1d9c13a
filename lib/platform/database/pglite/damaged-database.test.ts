import { cpSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { copyPGliteTemplate } from "#lib/platform/database/test-database.ts";
import { openDatabase } from "#lib/services/open-database.server.ts";
import { lastBackupName } from "./last-backup.server.ts";

let sample: string;

beforeAll(async () => {
  sample = await mkdtemp(join(tmpdir(), "atelier-test-"));
  await copyPGliteTemplate(sample);
  await (await openDatabase({ dataDir: sample })).close();
  return () => rm(sample, { recursive: true });
});

/** The data folder of a studio that has run and was stopped. */
async function makeDataDir(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), "atelier-test-"));
  onTestFinished(() => rm(parent, { recursive: true }));
  const dataDir = join(parent, "data");
  cpSync(sample, dataDir, { recursive: true });
  return dataDir;
}

async function messageOf(dataDir: string): Promise<string> {
  try {
    await (await openDatabase({ dataDir })).close();
  } catch (error) {
    return Object(error).message;
  }
  return "it opened";
}

const zero = async (path: string) => writeFile(path, Buffer.alloc((await stat(path)).size));

async function truncateLogs(database: string): Promise<void> {
  const folder = join(database, "pg_wal");
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isFile()) await truncate(join(folder, entry.name), 100);
  }
}

async function keepHalf(database: string): Promise<void> {
  const copy = `${database}.copy`;
  cpSync(join(database, "base"), join(copy, "base"), { recursive: true });
  await rm(database, { recursive: true });
  cpSync(copy, database, { recursive: true });
}

const damages: [string, (database: string) => Promise<unknown>][] = [
  ["a truncated log", truncateLogs],
  ["no log", (database) => rm(join(database, "pg_wal"), { recursive: true })],
  ["a control file of zeros", (database) => zero(join(database, "global/pg_control"))],
  ["no control file", (database) => rm(join(database, "global/pg_control"))],
  ["a truncated catalog", (database) => truncate(join(database, "base/5/1259"), 8_192)],
  ["a catalog of zeros", (database) => zero(join(database, "base/5/1259"))],
  ["a truncated table of functions", (database) => truncate(join(database, "base/5/1255"), 8_192)],
  ["no tables", (database) => rm(join(database, "base"), { recursive: true })],
  ["no transaction log", (database) => rm(join(database, "pg_xact"), { recursive: true })],
  ["no version", (database) => rm(join(database, "PG_VERSION"))],
  ["an empty version", (database) => writeFile(join(database, "PG_VERSION"), "")],
  ["half of its files", keepHalf],
  ["an empty folder", (database) => rm(database, { recursive: true }).then(() => mkdir(database))],
  ["no folder", (database) => rm(database, { recursive: true })],
];

test.each(damages)(
  "a database with %s is told as damaged, with the way back, and no empty studio begins",
  async (_name, damage) => {
    const dataDir = await makeDataDir();
    await damage(join(dataDir, "database"));

    const message = await messageOf(dataDir);
    expect(message).toMatch(/database (is damaged|is gone|lacks)/);
    expect(message).toContain(`mv ${dataDir} ${dataDir}.damaged && npm run restore -- BACKUP_DIR`);
    expect(message).not.toMatch(/DATA_DIR to another|set DATA_DIR|Aborted|ASSERTIONS/);
  },
);

test("the newest backup is named, and that its folder is not there now", async () => {
  const dataDir = await makeDataDir();
  await zero(join(dataDir, "database/global/pg_control"));
  const note = (backupDir: string) =>
    writeFile(
      join(dataDir, lastBackupName),
      JSON.stringify({ backupDir, createdAt: "2026-11-01T10:00:00.000Z" }),
    );

  await note(tmpdir());
  expect(await messageOf(dataDir)).toMatch(
    `The newest backup, of 2026-11-01T10:00:00.000Z, is in ${tmpdir()}. Bring it back: \`mv ${dataDir} ${dataDir}.damaged && npm run restore -- ${tmpdir()}\`.`,
  );
  await note("/nowhere/backup");
  expect(await messageOf(dataDir)).toContain(
    "not there now (is its disk mounted?), /nowhere/backup",
  );
  await writeFile(join(dataDir, lastBackupName), "garbage");
  expect(await messageOf(dataDir)).toContain("No backup of it is known here.");
});

test("a folder with a space in its name is one word of the command", async () => {
  const dataDir = join(await mkdtemp(join(tmpdir(), "atelier-test-")), "my data");
  onTestFinished(() => rm(join(dataDir, ".."), { recursive: true }));
  cpSync(sample, dataDir, { recursive: true });
  await rm(join(dataDir, "database"), { recursive: true });
  const command = `\`mv '${dataDir}' '${dataDir}.damaged' && npm run restore -- BACKUP_DIR\``;
  expect(await messageOf(dataDir)).toContain(command);
});

test("pictures without a database begin no empty studio, and PostgreSQL is thought of", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "atelier-test-"));
  onTestFinished(() => rm(dataDir, { recursive: true }));
  await mkdir(join(dataDir, "files", "ab"), { recursive: true });

  expect(await messageOf(dataDir)).toMatch(/has pictures, and no database.*DATABASE_URL/);
});

test("a first start that was killed while the database was made begins again", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "atelier-test-"));
  onTestFinished(() => rm(dataDir, { recursive: true }));
  await mkdir(join(dataDir, "database", "base"), { recursive: true });
  await writeFile(join(dataDir, "database", "PG_VERSION"), "18\n");
  await writeFile(join(dataDir, "database.making"), "");

  expect(await messageOf(dataDir)).toBe("it opened");
  expect(await readdir(dataDir)).not.toContain("database.making");
});

test("a lock that cannot be read is called that, and not damage", async () => {
  const dataDir = await makeDataDir();
  await writeFile(join(dataDir, "lock"), "garbage ".repeat(1_000));
  expect(await messageOf(dataDir)).toMatch(/lock cannot be used.*remove that file/);
});
