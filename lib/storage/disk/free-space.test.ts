import { mkdtemp, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { freeSpace } from "#lib/storage/disk/free-space.server.ts";
import { createTestDisk } from "#lib/storage/disk/test-disk.ts";

test("of several volumes the fullest counts, and what is not there yet by the folder above it", async () => {
  const directory = await mkdtemp(join(tmpdir(), "atelier-space-"));
  onTestFinished(() => rm(directory, { recursive: true }));
  const look = async () => {
    const { bavail, bsize } = await statfs(directory);
    return bavail * bsize;
  };

  const before = await look();
  const free = await freeSpace([directory, join(directory, "not", "yet")]);
  const after = await look();
  // Others write to the same disk, and remove what they wrote.
  expect(free).toBeGreaterThan(Math.min(before, after) * 0.9);
  expect(free).toBeLessThan(Math.max(before, after) * 1.1);
  expect(await freeSpace(["/proc", directory])).toBe(0);
});

test("a disk that does not answer is a failure that says which folder", async () => {
  const directory = await mkdtemp(join(tmpdir(), "atelier-space-"));
  onTestFinished(() => rm(directory, { recursive: true }));
  createTestDisk(directory).fail({ kind: "statfs", errno: "EIO" });

  await expect(freeSpace([directory])).rejects.toMatchObject({ code: "storage_unavailable" });
});
