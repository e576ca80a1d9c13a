import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { readManifest } from "#lib/backup/backup-manifest.ts";
import { backUp } from "#lib/backup/copy/back-up.server.ts";
import type { Place } from "#lib/backup/place.server.ts";
import { runAndKillAt } from "#lib/backup/test-killed-process.ts";
import { newFolder, openStudio } from "#lib/backup/test-place.ts";
import { prepareSample } from "#lib/backup/test-sample.ts";
import { lockDataFolder } from "#lib/platform/database/pglite/data-lock.server.ts";

const prepared = prepareSample();

/** A studio that was not backed up yet, but for a test's own backups. */
async function copySample(): Promise<{ place: Place; backupDir: string }> {
  const { place, backupDir } = await prepared();
  return { place, backupDir: `${backupDir}-of-the-test` };
}

const partsIn = async (backupDir: string) =>
  (await readdir(backupDir)).filter((name) => name.startsWith("part-"));

test("a second backup into the same folder copies only what is new, and keeps one set of rows", async () => {
  const { place, backupDir } = await copySample();
  const first = await backUp({ place, backupDir });
  expect(first.pictures).toMatchObject({ copied: 6, there: 0 });
  const studio = await openStudio(place);
  await studio.start();
  await studio.ended((await studio.submit("a badger")).id);

  const second = await backUp({ place, backupDir });
  expect(second.pictures).toMatchObject({ copied: 3, there: 6, faults: [] });
  expect(second.manifest.tables["Image"]?.rows).toBe(3);
  expect(await partsIn(backupDir)).toEqual([second.manifest.part]);
});

test("a picture that was damaged since is not copied over its good copy, and a new damaged one is told of", async () => {
  const { place, backupDir } = await copySample();
  const first = await backUp({ place, backupDir });
  const [original] = await originalsIn(place.dataDir);
  await writeFile(join(place.dataDir, "files", original ?? ""), "damaged");
  const again = await backUp({ place, backupDir });
  expect(again.pictures).toMatchObject({ copied: 0, there: 6, faults: [] });

  const elsewhere = await backUp({ place, backupDir: `${backupDir}-2` });
  expect(elsewhere.pictures).toMatchObject({
    copied: 5,
    faults: [{ key: original, fault: "damaged" }],
  });
  expect(elsewhere.manifest.tables).toEqual(first.manifest.tables);
});

test("a copy in the backup that has lost its size is copied again", async () => {
  const { place, backupDir } = await copySample();
  await backUp({ place, backupDir });
  const [original = ""] = await originalsIn(place.dataDir);
  await writeFile(join(backupDir, "files", original), "cut");
  expect((await backUp({ place, backupDir })).pictures).toMatchObject({ copied: 1, there: 5 });
});

describe.each(["snapshot", "rows", "spool", "pictures", "picture", "end"])(
  "killed at its step %s",
  (step) => {
    test("it leaves the former backup whole, the studio too, and the next one completes", async () => {
      const { place, backupDir } = await prepared();
      // With no picture there yet, there is one to be killed at.
      await rm(join(backupDir, "files"), { recursive: true });
      const before = await readFile(join(backupDir, "manifest.json"), "utf8");
      const former = await readManifest(backupDir);
      const killed = await runAndKillAt(step, {
        file: "copy/back-up.server.ts",
        name: "backUp",
        options: { place, backupDir },
      });

      expect(killed).toBe("SIGKILL");
      expect(await readFile(join(backupDir, "manifest.json"), "utf8")).toBe(before);
      expect(await partsIn(backupDir)).toContain(former?.part);
      await (await openStudio(place)).close();
      expect(await readdir(join(place.dataDir, "snapshots")).catch(() => [])).toEqual([]);
      await age(backupDir);
      const next = await backUp({ place, backupDir });
      expect(next.manifest.tables).toEqual(former?.tables);
      expect(await partsIn(backupDir)).toEqual([next.manifest.part]);
    });
  },
);

describe("a folder is refused", () => {
  test("when it holds something else", async () => {
    const { place, backupDir } = await copySample();
    await mkdir(backupDir);
    await writeFile(join(backupDir, "holiday.jpg"), "");
    await expect(backUp({ place, backupDir })).rejects.toThrow(
      "is not empty, and holds no backup of Atelier (it has holiday.jpg)",
    );
    expect(await readdir(backupDir)).toEqual(["holiday.jpg"]);
  });

  test("when it lies in the data folder, which stays as it was", async () => {
    const { place } = await copySample();
    const before = await readdir(place.dataDir);
    const backupDir = join(place.dataDir, "backup");
    await expect(backUp({ place, backupDir })).rejects.toThrow("lies in the data folder");
    expect(await readdir(place.dataDir)).toEqual(before);
  });
});

describe("a studio", () => {
  test("that is not there is named, and nothing is made", async () => {
    const folder = await newFolder();
    const place = { dataDir: join(folder, "data"), databaseUrl: undefined };
    await expect(backUp({ place, backupDir: join(folder, "backup") })).rejects.toThrow(
      `There is no studio in ${place.dataDir}`,
    );
    expect(await readdir(folder)).toEqual([]);
  });

  test("that holds its folder and does not answer is named, with what to do", async () => {
    const { place, backupDir } = await copySample();
    const lock = lockDataFolder(place.dataDir);
    onTestFinished(() => lock.release());
    await expect(backUp({ place, backupDir })).rejects.toThrow(
      new RegExp(`process ${process.pid} on .* It does not answer here`),
    );
    expect(await readdir(join(place.dataDir, "snapshots"))).toEqual([]);
  });

  test("whose data folder's path is too long for a socket is backed up while it runs all the same", async () => {
    const { place: short, backupDir } = await copySample();
    const dataDir = join(await newFolder(), "long".repeat(30));
    await rename(short.dataDir, dataDir);
    await openStudio({ dataDir, databaseUrl: undefined });
    const { pictures } = await backUp({ place: { dataDir, databaseUrl: undefined }, backupDir });
    expect(pictures.copied).toBe(6);
    expect(await readdir(dataDir)).not.toContain("control.sock");
  });

  test("has one door for its own user only, and closes it when it stops", async () => {
    const { place } = await copySample();
    const studio = await openStudio(place);
    const socket = join(place.dataDir, "control.sock");
    expect((await stat(socket)).mode & 0o777).toBe(0o600);
    await studio.close();
    await expect(stat(socket)).rejects.toThrow("ENOENT");
  });
});

async function originalsIn(dataDir: string): Promise<string[]> {
  const names = await readdir(join(dataDir, "files"), { recursive: true });
  return names.filter((name) => name.endsWith(".png"));
}

/** As if a day had passed: what a killed backup left is litter then. */
async function age(backupDir: string): Promise<void> {
  const before = new Date(Date.now() - 25 * 60 * 60 * 1000);
  for (const part of await partsIn(backupDir)) await utimes(join(backupDir, part), before, before);
}
