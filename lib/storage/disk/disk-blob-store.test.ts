import { randomBytes } from "node:crypto";
import { chmod, mkdir, readdir, readlink, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { blobKey, thumbnailKey } from "#lib/storage/blob-key.ts";
import type { BlobStore } from "#lib/storage/blob-store.ts";
import { openTestStore } from "#lib/storage/disk/test-store.ts";

const hash = "ab".repeat(32);
const key = blobKey(hash, "image/png");
const bytes = randomBytes(700_000);

let directory: string;
let store: BlobStore;

beforeEach(async () => {
  ({ directory, store } = await openTestStore());
});

describe("a file", () => {
  test("comes back as it was put, whole and in pieces", async () => {
    await store.put(key, bytes);

    const opened = await store.open(key);
    expect(opened?.bytes).toBe(bytes.length);
    expect(Buffer.from(await new Response(opened?.stream).arrayBuffer()).equals(bytes)).toBe(true);
  });

  test("is had only with its exact length", async () => {
    await store.put(key, bytes);

    expect(await store.has(key, bytes.length)).toBe(true);
    expect(await store.has(key, bytes.length - 1)).toBe(false);
    expect(await store.has(blobKey("cd".repeat(32), "image/png"), bytes.length)).toBe(false);
  });

  test("can be put again, and by many at once, and leaves nothing unfinished", async () => {
    await Promise.all(Array.from({ length: 20 }, () => store.put(key, bytes)));

    expect(await store.has(key, bytes.length)).toBe(true);
    expect(await readdir(join(directory, "ab"))).toEqual([`${hash}.png`]);
    expect(await readdir(join(directory, "incoming"))).toEqual([]);
  });

  test("is gone when it is deleted, and its thumbnail is not", async () => {
    await store.put(key, bytes);
    await store.put(thumbnailKey(hash, "320"), bytes);
    await store.delete(key);
    await store.delete(key);

    expect(await store.open(key)).toBeNull();
    expect(await store.has(thumbnailKey(hash, "320"), bytes.length)).toBe(true);
  });

  test("is not there before the folder is", async () => {
    expect(await store.open(key)).toBeNull();
    expect(await store.has(key, 0)).toBe(false);
    await store.delete(key);
  });

  test("that died unfinished is swept, one at work is not", async () => {
    const incoming = join(directory, "incoming");
    await mkdir(incoming, { recursive: true });
    await writeFile(join(incoming, "old.tmp"), "half");
    await writeFile(join(incoming, "new.tmp"), "half");
    await utimes(join(incoming, "old.tmp"), 0, 0);

    await store.put(key, bytes);

    expect(await readdir(incoming)).toEqual(["new.tmp"]);
  });
});

describe("a stream", () => {
  test("holds nothing open before it is read, nor after it is cancelled", async () => {
    await store.put(key, bytes);

    const opened = await store.open(key);
    expect(await openPaths()).not.toContain(join(directory, key));

    const reader = opened?.stream.getReader();
    const first = await reader?.read();
    expect(first?.value?.length).toBeLessThan(bytes.length);
    expect(await openPaths()).toContain(join(directory, key));

    await reader?.cancel();
    expect(await openPaths()).not.toContain(join(directory, key));
  });
});

describe("a key that is none of ours is refused", () => {
  test.each([
    "../../etc/passwd",
    `ab/../${hash}.png`,
    `ab/${hash}.png/..`,
    `/ab/${hash}.png`,
    `ab/${hash}.png\0`,
    `ab/${hash}\0.png`,
    `ab/${hash}.png\n`,
    `ab/%2e%2e/${hash}.png`,
    `ab%2f${hash}.png`,
    `ab\\${hash}.png`,
    `AB/${hash.toUpperCase()}.png`,
    `cd/${hash}.png`,
    `ab/${hash}.svg`,
    `ab/${hash}-1280.webp`,
    `ab/${hash}`,
    "incoming/x.tmp",
    "",
  ])("%j", async (wrong) => {
    const refusal = { code: "invalid_request" };

    await expect(store.put(wrong, bytes)).rejects.toMatchObject(refusal);
    await expect(store.open(wrong)).rejects.toMatchObject(refusal);
    await expect(store.has(wrong, 1)).rejects.toMatchObject(refusal);
    await expect(store.delete(wrong)).rejects.toMatchObject(refusal);
  });
});

describe("a symlink in the data folder leads nowhere", () => {
  test("in place of a file", async () => {
    const secret = join(directory, "..", "secret");
    await mkdir(join(directory, "ab"), { recursive: true });
    await writeFile(secret, "secret");
    await symlink(secret, join(directory, key));

    expect(await store.open(key)).toBeNull();
    expect(await store.has(key, 6)).toBe(false);
    await store.put(key, bytes);
    expect(await store.has(key, bytes.length)).toBe(true);
    await expect(readlink(join(directory, key))).rejects.toThrow("EINVAL");
  });

  test("in place of a folder", async () => {
    const elsewhere = join(directory, "..", "elsewhere");
    await mkdir(elsewhere);
    await mkdir(directory);
    await writeFile(join(elsewhere, `${hash}.png`), "secret");
    await symlink(elsewhere, join(directory, "ab"));

    expect(await store.open(key)).toBeNull();
    await expect(store.put(key, bytes)).rejects.toMatchObject({ code: "storage_unavailable" });
    await store.delete(key);
    expect(await readdir(elsewhere)).toEqual([`${hash}.png`]);
  });
});

describe("a disk that fails is said to", () => {
  test("when a file stands where the folder should be", async () => {
    await writeFile(directory, "");

    await expect(store.put(key, bytes)).rejects.toMatchObject({
      code: "storage_unavailable",
      message: expect.stringContaining(directory),
    });
  });

  test.runIf(process.getuid?.() !== 0)("when it may not be written to", async () => {
    await mkdir(directory);
    await chmod(directory, 0o500);

    await expect(store.put(key, bytes)).rejects.toMatchObject({
      code: "storage_unavailable",
      message: expect.stringContaining("Give it the right to"),
    });
  });
});

/** The paths of the files that this process holds open. */
async function openPaths(): Promise<string[]> {
  const descriptors = await readdir("/proc/self/fd");
  return Promise.all(
    descriptors.map((descriptor) => readlink(`/proc/self/fd/${descriptor}`).catch(() => "")),
  );
}
