import { randomBytes, randomUUID } from "node:crypto";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { blobKey } from "#lib/storage/blob-key.ts";
import { createDiskBlobStore } from "#lib/storage/disk/disk-blob-store.server.ts";
import { createTestDisk, type TestDisk } from "#lib/storage/disk/test-disk.ts";
import { createSpool } from "#lib/storage/spool/spool.server.ts";

const bytes = randomBytes(10_000);
const hash = "ab".repeat(32);
const key = blobKey(hash, "image/png");

let directory: string;
let disk: TestDisk;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "atelier-durability-"));
  onTestFinished(() => rm(directory, { recursive: true }));
  disk = createTestDisk(directory);
});

/** What matters to a power cut, in its order. */
const durable = () => disk.journal().filter((line) => /^(write|sync|rename|mkdir) /.test(line));

test("a spooled picture is synced before it has its name, and then every folder that leads to it", async () => {
  const attempt = randomUUID();
  const spool = createSpool({ directory: join(directory, "spool") });
  await spool.write(attempt, 0, { meta: {}, bytes });

  expect(durable()).toEqual([
    "mkdir spool",
    "sync .",
    "mkdir spool/*",
    "write spool/*/*.tmp",
    "write spool/*/*.tmp",
    "sync spool/*/*.tmp",
    "rename spool/*/*.tmp -> spool/*/0",
    "sync spool/*",
    "sync spool",
  ]);
});

test("a file is synced before it has its name, and then every folder that leads to it", async () => {
  const store = createDiskBlobStore({ directory: join(directory, "files") });
  await store.put(key, bytes);

  expect(durable()).toEqual([
    "mkdir files",
    "sync .",
    "mkdir files/incoming",
    "mkdir files/ab",
    "write files/incoming/*.tmp",
    "sync files/incoming/*.tmp",
    `rename files/incoming/*.tmp -> files/${key}`,
    "sync files/ab",
    "sync files",
  ]);
});

test("the folders are synced also when another process has just made them", async () => {
  await mkdir(join(directory, "files", "ab"), { recursive: true });
  await createDiskBlobStore({ directory: join(directory, "files") }).put(key, bytes);

  expect(durable()).toEqual(expect.arrayContaining(["sync .", "sync files"]));
});
