import { appendFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { summarizeLines } from "#lib/backup/jsonl.server.ts";
import type { Place } from "#lib/backup/place.server.ts";
import { restore } from "#lib/backup/restore/restore.server.ts";
import { migrationsDir, newPlace, openStudio } from "#lib/backup/test-place.ts";
import { prepareSample } from "#lib/backup/test-sample.ts";

const copySample = prepareSample();

describe("nothing is replaced", () => {
  test("in a data folder that holds something", async () => {
    const place = await newPlace("PGlite");
    await mkdir(join(place.dataDir, "files"), { recursive: true });
    await expect(
      restore({ backupDir: (await copySample()).backupDir, place, migrationsDir }),
    ).rejects.toThrow(`The data folder ${place.dataDir} is not empty (it has files)`);
  });

  test("in a database that has tables", async () => {
    const place = await newPlace("PostgreSQL");
    await (await openStudio(place)).close();
    await rm(place.dataDir, { recursive: true });
    await expect(
      restore({ backupDir: (await copySample()).backupDir, place, migrationsDir }),
    ).rejects.toThrow(
      /The database, PostgreSQL at .* is not empty \(it has Answer, Attempt, Batch\)/,
    );
    await expect(readFile(join(place.dataDir, "restoring"))).rejects.toThrow("ENOENT");
  });

  test("in the folder of a studio that runs", async () => {
    const place = await newPlace("PGlite");
    await openStudio(place);
    await expect(
      restore({ backupDir: (await copySample()).backupDir, place, migrationsDir }),
    ).rejects.toThrow(`process ${process.pid} on`);
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
      "one of before the first release",
      (backupDir) => changeManifest(backupDir, { migration: "20261122140000_init" }),
      /made before the first release of Atelier .* Its pictures are in .*files\./,
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
    const { backupDir } = await copySample();
    await spoil(backupDir);
    const place = await newPlace("PGlite");
    await expect(restore({ backupDir, place, migrationsDir })).rejects.toThrow(words);
    await expect(readFile(join(place.dataDir, "lock"))).rejects.toThrow("ENOENT");
  });
});

test("pictures that the backup's disk has lost or changed are told of, and all others come back", async () => {
  const { backupDir } = await copySample();
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
  const { backupDir } = await copySample();
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
