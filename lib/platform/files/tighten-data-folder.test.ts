import { chmod, mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { tightenDataFolder } from "#lib/platform/files/tighten-data-folder.server.ts";
import { openStudioDatabase } from "#lib/services/open-studio-database.server.ts";

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "atelier-test-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** All that is in a folder, itself too, and that somebody else than its owner may touch. */
async function listOpen(folder: string): Promise<string[]> {
  const paths = ["", ...(await readdir(folder, { recursive: true }))];
  const modes = await Promise.all(
    paths.map(async (path) => ({ path, mode: (await stat(join(folder, path))).mode & 0o777 })),
  );
  return modes
    .filter(({ mode }) => (mode & 0o077) !== 0)
    .map(({ path, mode }) => `${mode.toString(8)} ${path}`);
}

test("a new data folder is its owner's alone, the database in it too", async () => {
  const dataDir = join(await makeFolder(), "data");
  const umask = process.umask(0o077);
  onTestFinished(() => void process.umask(umask));
  await mkdir(dataDir);
  for (const start of ["first", "second"]) {
    const database = await openStudioDatabase({ databaseUrl: undefined, dataDir });
    await database.client.user.updateMany({ data: { name: start } });
    expect(await listOpen(dataDir)).toEqual([]);
    await database.close();
  }

  expect((await readdir(dataDir, { recursive: true })).length).toBeGreaterThan(500);
});

test("an older data folder that was open to all becomes its owner's alone", async () => {
  const dataDir = await makeFolder();
  const paths = [
    "database/base/5",
    "files/ab",
    "files/incoming",
    "spool/one",
    "partials",
    "snapshots/a/spool",
  ];
  for (const path of paths) {
    await mkdir(join(dataDir, path), { recursive: true });
    await writeFile(join(dataDir, path, "file"), "");
  }
  const names = ["lock", "lock.json", "secret.key", "last-backup.json", "database.json"];
  for (const name of names) await writeFile(join(dataDir, name), "");
  for (const path of ["", ...(await readdir(dataDir, { recursive: true }))]) {
    const isFolder = (await stat(join(dataDir, path))).isDirectory();
    await chmod(join(dataDir, path), isFolder ? 0o755 : 0o644);
  }

  await tightenDataFolder(dataDir);
  expect(await listOpen(dataDir)).toEqual([]);
  expect((await stat(join(dataDir, "files/ab/file"))).mode & 0o777).toBe(0o600);
  expect((await stat(join(dataDir, "files/ab"))).mode & 0o777).toBe(0o700);
});

test("a folder that is not the studio's alone keeps its mode, and what is not the studio's keeps its own", async () => {
  const home = await makeFolder();
  await chmod(home, 0o755);
  await mkdir(join(home, "files"), { mode: 0o755 });
  await writeFile(join(home, "letter.txt"), "", { mode: 0o644 });

  await tightenDataFolder(home);
  const modeOf = async (path: string) => (await stat(join(home, path))).mode & 0o777;
  expect([await modeOf(""), await modeOf("letter.txt"), await modeOf("files")]).toEqual([
    0o755, 0o644, 0o700,
  ]);
});

test("what a symbolic link in it names is left alone, and a folder of ours that lies elsewhere is not", async () => {
  const [dataDir, elsewhere] = [await makeFolder(), await makeFolder()];
  await mkdir(join(elsewhere, "database", "base"), { recursive: true, mode: 0o755 });
  await writeFile(join(elsewhere, "letter.txt"), "", { mode: 0o644 });
  await symlink(join(elsewhere, "letter.txt"), join(elsewhere, "database", "link"));
  await symlink(join(elsewhere, "database"), join(dataDir, "database"));

  await tightenDataFolder(dataDir);
  expect((await stat(join(elsewhere, "database"))).mode & 0o777).toBe(0o700);
  expect((await stat(join(elsewhere, "letter.txt"))).mode & 0o777).toBe(0o644);
});
