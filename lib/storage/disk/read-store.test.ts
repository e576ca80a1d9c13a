import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { blobKey } from "#lib/storage/blob-key.ts";
import type { BlobStore, StoredFile } from "#lib/storage/blob-store.ts";
import { openTestStore } from "#lib/storage/disk/test-store.ts";

const key = blobKey("ab".repeat(32), "image/png");
const bytes = randomBytes(700_000);

let directory: string;
let store: BlobStore;

beforeEach(async () => {
  ({ directory, store } = await openTestStore());
});

async function listAll(): Promise<StoredFile[]> {
  const files: StoredFile[] = [];
  for await (const file of store.list()) files.push(file);
  return files;
}

test.each([
  [0, 12],
  [5, 5],
  [262_140, 262_150],
  [699_990, 900_000],
  [900_000, 900_001],
])("a file gives its bytes from %d to %d", async (from, to) => {
  await store.put(key, bytes);

  const opened = await store.open(key, { from, to });
  const given = Buffer.from(await new Response(opened?.stream).arrayBuffer());
  expect(opened?.bytes).toBe(bytes.length);
  expect(given.equals(bytes.subarray(from, to))).toBe(true);
});

test("a file is listed with its size, and so is what is none of ours; a store that is not there is empty", async () => {
  expect(await listAll()).toEqual([]);
  await store.put(key, bytes);
  await writeFile(join(directory, "a note.txt"), "mine");

  expect(await listAll()).toMatchObject([
    { key: "a note.txt", bytes: 4 },
    { key, bytes: bytes.length },
  ]);
});
