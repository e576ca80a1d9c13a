import { mkdir, mkdtemp, open, readdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { createTestDisk, type TestDisk } from "#lib/storage/disk/test-disk.ts";

let directory: string;
let disk: TestDisk;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "atelier-disk-"));
  onTestFinished(() => rm(directory, { recursive: true }));
  disk = createTestDisk(directory);
});

test("a fault strikes the calls of its kind until it is mended, and no others", async () => {
  const struck = disk.fail({ kind: "rename", errno: "EIO" });
  await writeFile(join(directory, "a"), "a");

  const from = join(directory, "a");
  for (const to of ["b", "c"]) {
    await expect(rename(from, join(directory, to))).rejects.toMatchObject({ code: "EIO" });
  }
  await struck;
  disk.mend();
  await rename(from, join(directory, "b"));
  expect(await readdir(directory)).toEqual(["b"]);
});

test("a fault may strike one call alone, on an open file too", async () => {
  const handle = await open(join(directory, "a"), "w");
  onTestFinished(() => handle.close());
  disk.fail({ kind: "write", nth: 2, errno: "ENOSPC" });

  await handle.writeFile("1");
  await expect(handle.writeFile("2")).rejects.toMatchObject({ code: "ENOSPC" });
  await handle.writeFile("3");
});

test("a fault is of its folder", async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), "atelier-disk-"));
  onTestFinished(() => rm(elsewhere, { recursive: true }));
  disk.fail({ errno: "EROFS" });

  await writeFile(join(elsewhere, "a"), "a");
  await expect(writeFile(join(directory, "a"), "a")).rejects.toMatchObject({ code: "EROFS" });
});

test("the journal tells what was done, and not what failed", async () => {
  disk.fail({ kind: "mkdir", errno: "EACCES" });
  await expect(mkdir(join(directory, "no"))).rejects.toThrow("EACCES");
  const handle = await open(join(directory, "a"), "w");
  await handle.sync();
  await handle.close();
  await rename(join(directory, "a"), join(directory, "b"));

  expect(disk.journal()).toEqual(["open a", "sync a", "close a", "rename a -> b"]);
});
