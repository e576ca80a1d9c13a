import { chmod, mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { backUp } from "#lib/backup/copy/back-up.server.ts";
import { newFolder } from "#lib/backup/test-place.ts";
import { prepareSample } from "#lib/backup/test-sample.ts";
import { readLastBackup } from "#lib/platform/database/pglite/last-backup.server.ts";

const prepared = prepareSample();

async function listOpen(folder: string): Promise<string[]> {
  const paths = ["", ...(await readdir(folder, { recursive: true }))];
  const modes = await Promise.all(
    paths.map(async (path) => ({ path, mode: (await stat(join(folder, path))).mode })),
  );
  return modes.filter(({ mode }) => (mode & 0o077) !== 0).map(({ path }) => path);
}

test("a backup is its owner's alone, in a folder that was open to all, and one that was made so", async () => {
  const { place } = await prepared();
  const backupDir = join(await newFolder(), "backup");
  await mkdir(backupDir, { mode: 0o755 });
  await backUp({ place, backupDir });
  expect(await listOpen(backupDir)).toEqual([]);

  for (const path of ["", "files", "manifest.json"]) await chmod(join(backupDir, path), 0o755);
  await backUp({ place, backupDir });
  expect(await listOpen(backupDir)).toEqual([]);
});

test("the studio knows where its newest backup is, and a broken note is none", async () => {
  const { place, backupDir } = await prepared();
  const { manifest } = await backUp({ place, backupDir });
  expect(await readLastBackup(place.dataDir)).toEqual({
    backupDir,
    createdAt: manifest.createdAt,
    isThere: true,
  });

  await writeFile(join(place.dataDir, "last-backup.json"), "garbage");
  expect(await readLastBackup(place.dataDir)).toBeNull();
});
