import { appendFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { backUp } from "#lib/backup/back-up.server.ts";
import { summarizeLines } from "#lib/backup/jsonl.server.ts";
import type { Place } from "#lib/backup/place.server.ts";
import { restore } from "#lib/backup/restore.server.ts";
import { runAndKillAt } from "#lib/backup/test-killed-process.ts";
import {
  makeSample,
  migrationsDir,
  newFolder,
  newPlace,
  openStudio,
  settled,
} from "#lib/backup/test-place.ts";
import { isDifference } from "#lib/backup/verify/finding.ts";
import { inspect } from "#lib/backup/verify/inspect.server.ts";
import { getGeneration } from "#lib/generation/list-generations.server.ts";

/** Of format 1, made at the first migration, and never changed: later versions must go on restoring it. */
const oldBackup = join(import.meta.dirname, "fixtures", "format-1");

let sampleBackup: string;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "atelier-backup-"));
  const dataDir = join(folder, "data");
  await makeSample(dataDir);
  sampleBackup = join(folder, "backup");
  await backUp({ place: { dataDir, databaseUrl: undefined }, backupDir: sampleBackup });
  return () => rm(folder, { recursive: true });
});

async function copyBackup(): Promise<string> {
  const backupDir = join(await newFolder(), "backup");
  await cp(sampleBackup, backupDir, { recursive: true });
  return backupDir;
}

describe.each(["PGlite", "PostgreSQL"] as const)("to %s", (kind) => {
  test("a backup made at the first migration comes back, with the tables of today", async () => {
    const place = await newPlace(kind);
    await restore({ backupDir: oldBackup, place, migrationsDir });
    const { findings } = await inspect(place, { quick: false });
    expect(findings.filter(isDifference)).toEqual([]);

    const studio = await openStudio(place);
    await studio.start();
    const view = (number: number) =>
      getGeneration(studio.context.client, {
        userId,
        id: `01980000-0000-7000-8000-00000000000${number}`,
      });
    expect(await view(1)).toMatchObject({
      state: "succeeded",
      prompt: "A teal square",
      createdAt: "2026-11-22T14:30:00.000Z",
      attempts: [{ charged: "yes", actualCostMicros: 40_000 }],
      images: [{ width: 16 }],
    });
    expect(await view(2)).toMatchObject({ state: "unknown" });
    expect(await view(3)).toMatchObject({ state: "canceled" });
    expect(await settled(studio, "01980000-0000-7000-8000-000000000004")).toMatchObject({
      state: "succeeded",
    });
    expect(studio.gateway.ledger().charges).toEqual([]);
  });

  test("a row may refer to one with a higher id, and references are checked afterwards as before", async () => {
    const place = await newPlace(kind);
    const studio = await openStudio(place);
    const [low, high] = [
      "01980000-0000-7000-8000-000000000001",
      "01990000-0000-7000-8000-000000000001",
    ];
    const row = {
      userId,
      requestHash: "",
      prompt: "",
      parameters: { prompt: "x" },
      engine: "gateway",
    };
    const ended = { ...row, state: "succeeded", endedAt: new Date() };
    const { client } = studio.context;
    await client.generation.create({ data: { ...ended, id: high, idempotencyKey: "1" } });
    await client.generation.create({
      data: { ...ended, id: low, idempotencyKey: "2", sourceGenerationId: high },
    });
    const backupDir = join(await newFolder(), "backup");
    await backUp({ place, backupDir });

    const target = await newPlace(kind);
    await restore({ backupDir, place: target, migrationsDir });
    const restored = await openStudio(target);
    const found = await restored.context.client.generation.findUnique({ where: { id: low } });
    expect(found?.sourceGenerationId).toBe(high);
    // And the rule holds again as the migrations made it.
    const orphan = { ...ended, id: "01990000-0000-7000-8000-000000000002", idempotencyKey: "3" };
    const breaking = restored.context.client.generation.create({
      data: { ...orphan, sourceGenerationId: orphan.id.replace("2", "9") },
    });
    await expect(breaking).rejects.toThrow();
  });

  // The steps before the rows are the same for both.
  test.each(kind === "PGlite" ? ["files", "file", "rows", "loaded"] : ["rows", "loaded"])(
    "killed at its step %s, it is told from a finished one",
    async (step) => {
      const place = await newPlace(kind);
      const options = { backupDir: sampleBackup, place, migrationsDir };
      expect(
        await runAndKillAt(step, { file: "restore.server.ts", name: "restore", options }),
      ).toBe("SIGKILL");

      await expect(openStudio(place)).rejects.toThrow(/A restore was begun here .* did not finish/);
      await expect(restore(options)).rejects.toThrow(/Remove the folder .* again/);
      const clean = { ...(await newPlace(kind)), dataDir: place.dataDir };
      await rm(place.dataDir, { recursive: true });
      await restore({ ...options, place: clean });
      expect(await (await openStudio(clean)).context.client.image.count()).toBe(2);
    },
  );
});

describe("nothing is replaced", () => {
  test("in a data folder that holds something", async () => {
    const place = await newPlace("PGlite");
    await mkdir(join(place.dataDir, "files"), { recursive: true });
    await expect(restore({ backupDir: sampleBackup, place, migrationsDir })).rejects.toThrow(
      `The data folder ${place.dataDir} is not empty (it has files)`,
    );
  });

  test("in a database that has tables", async () => {
    const place = await newPlace("PostgreSQL");
    await (await openStudio(place)).close();
    await rm(place.dataDir, { recursive: true });
    await expect(restore({ backupDir: sampleBackup, place, migrationsDir })).rejects.toThrow(
      /The database, PostgreSQL at .* is not empty \(it has Attempt, Event, Generation\)/,
    );
    await expect(readFile(join(place.dataDir, "restoring"))).rejects.toThrow("ENOENT");
  });

  test("in the folder of a studio that runs", async () => {
    const place = await newPlace("PGlite");
    await openStudio(place);
    await expect(restore({ backupDir: sampleBackup, place, migrationsDir })).rejects.toThrow(
      `process ${process.pid} on`,
    );
  });
});

describe("a backup that cannot be restored says why, and nothing is made", () => {
  const refused: [what: string, spoil: (backupDir: string) => Promise<void>, words: RegExp][] = [
    ["none", (backupDir) => rm(backupDir, { recursive: true }), /There is no backup in /],
    [
      "an interrupted one",
      (backupDir) => rm(join(backupDir, "manifest.json")),
      /was interrupted before it was complete/,
    ],
    [
      "one of a newer format",
      (backupDir) => changeManifest(backupDir, { format: 2 }),
      /made by a newer Atelier \(format 2; this one reads 1\)/,
    ],
    [
      "one of a newer migration",
      (backupDir) => changeManifest(backupDir, { migration: "29990101000000_later" }),
      /made by a newer Atelier \(it has the migration 29990101000000_later\)/,
    ],
    [
      "one with a broken manifest",
      (backupDir) => writeFile(join(backupDir, "manifest.json"), "{"),
      /is no manifest of a backup of Atelier, or it is damaged/,
    ],
    [
      "one whose rows were changed",
      async (backupDir) => appendFile(await pathOf(backupDir, "database/Image.jsonl"), " "),
      /Image\.jsonl is damaged/,
    ],
    [
      "one that lost a list",
      async (backupDir) => rm(await pathOf(backupDir, "spool.jsonl")),
      /spool\.jsonl is missing/,
    ],
  ];

  test.each(refused)("%s", async (_, spoil, words) => {
    const backupDir = await copyBackup();
    await spoil(backupDir);
    const place = await newPlace("PGlite");
    await expect(restore({ backupDir, place, migrationsDir })).rejects.toThrow(words);
    await expect(readFile(join(place.dataDir, "lock"))).rejects.toThrow("ENOENT");
  });
});

test("pictures that the backup's disk has lost or changed are told of, and all others come back", async () => {
  const backupDir = await copyBackup();
  const [first = "", second = ""] = await keysOf(backupDir);
  await rm(join(backupDir, "files", first));
  await writeFile(join(backupDir, "files", second), "changed");
  const place = await newPlace("PGlite");
  const { pictures } = await restore({ backupDir, place, migrationsDir });
  expect(pictures.restored).toBe(4);
  expect(pictures.faults).toEqual(
    expect.arrayContaining([
      { key: first, fault: "missing" },
      { key: second, fault: "damaged" },
    ]),
  );
});

test("a list that names a file elsewhere is refused", async () => {
  const backupDir = await copyBackup();
  const path = await pathOf(backupDir, "pictures.jsonl");
  const line = JSON.stringify({ key: "../../../etc/passwd", bytes: 1, sha256: "0".repeat(64) });
  await writeFile(path, `${line}\n`);
  await changeManifest(backupDir, { pictures: await summarizeLines(path) });
  const place: Place = await newPlace("PGlite");
  await expect(restore({ backupDir, place, migrationsDir })).rejects.toThrow("none of ours");
});

async function changeManifest(backupDir: string, change: object): Promise<void> {
  const path = join(backupDir, "manifest.json");
  const manifest: object = JSON.parse(await readFile(path, "utf8"));
  await writeFile(path, JSON.stringify({ ...manifest, ...change }));
}

async function pathOf(backupDir: string, name: string): Promise<string> {
  const { part } = JSON.parse(await readFile(join(backupDir, "manifest.json"), "utf8"));
  return join(backupDir, String(part), name);
}

async function keysOf(backupDir: string): Promise<string[]> {
  const text = await readFile(await pathOf(backupDir, "pictures.jsonl"), "utf8");
  const lines = text.trim().split("\n");
  return lines.map((line): string => JSON.parse(line).key);
}
