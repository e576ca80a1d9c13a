import { mkdir, readdir, readFile, symlink, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { blobKey } from "#lib/storage/blob-key.ts";
import type { BlobStore, StoredFile } from "#lib/storage/blob-store.ts";
import { createTestDisk } from "#lib/storage/disk/test-disk.ts";
import { interceptDiskCalls } from "#lib/storage/disk/test-disk-calls.ts";
import { openTestStore } from "#lib/storage/disk/test-store.ts";

const hash = "ab".repeat(32);
const key = blobKey(hash, "image/png");

let directory: string;
let store: BlobStore;

beforeEach(async () => {
  ({ directory, store } = await openTestStore());
  await mkdir(join(directory, "ab"), { recursive: true });
  await writeOld(key, "a fox");
});

describe("of what was listed, there is removed", () => {
  test("a file that is as it was, and nothing is left of it", async () => {
    const file = await listed(key);

    expect(await store.deleteUnchanged(file)).toBe(true);
    expect(await readdir(join(directory, "ab"))).toEqual([]);
    expect(await store.deleteUnchanged(file)).toBe(false);
  });

  test("what a put that died left behind", async () => {
    await writeOld("incoming/old.tmp", "half");

    expect(await store.deleteUnchanged(await listed("incoming/old.tmp"))).toBe(true);
    expect(await readdir(join(directory, "incoming"))).toEqual([]);
  });

  test.each([
    ["of other bytes", () => writeOld(key, "a hare, no fox")],
    ["of the same length, and put since", () => store.put(key, Buffer.from("a fox"))],
  ])("no file %s", async (_, change) => {
    const file = await listed(key);
    await change();
    const content = await readFile(join(directory, key), "utf8");
    const disk = createTestDisk(directory);

    expect(await store.deleteUnchanged(file)).toBe(false);
    expect(await readFile(join(directory, key), "utf8")).toBe(content);
    // Nor is it away for a moment.
    expect(disk.journal().filter((line) => line.startsWith("rename"))).toEqual([]);
  });

  test("no file that is put while it is looked at, nor lies there anything else then", async () => {
    const file = await listed(key);
    let isPut = false;
    onTestFinished(
      interceptDiskCalls(directory, async ({ kind }, perform) => {
        if (kind === "rename" && !isPut) {
          isPut = true;
          await store.put(key, Buffer.from("a fox, anew"));
        }
        return perform();
      }),
    );

    expect(await store.deleteUnchanged(file)).toBe(false);
    expect(isPut).toBe(true);
    expect(await readFile(join(directory, key), "utf8")).toBe("a fox, anew");
    expect(await readdir(join(directory, "ab"))).toEqual([`${hash}.png`]);
  });

  test("no file behind a symlink in place of its folder", async () => {
    const elsewhere = join(directory, "..", "elsewhere");
    await mkdir(elsewhere);
    await symlink(elsewhere, join(directory, "cd"));
    const foreign = `cd/${"cd".repeat(32)}.png`;
    await writeOld(foreign, "a fox");
    const file = { ...(await listed(key)), key: foreign };

    expect(await store.deleteUnchanged(file)).toBe(false);
    expect(await readdir(elsewhere)).toEqual([`${"cd".repeat(32)}.png`]);
  });

  test.each(["notes.txt", "../secret.tmp", "incoming/../../secret.tmp", "incoming/notes.txt"])(
    "nothing that the store did not write: %j",
    async (foreign) => {
      await writeOld(foreign, "a fox");
      const file = { ...(await listed(key)), key: foreign };

      await expect(store.deleteUnchanged(file)).rejects.toMatchObject({ code: "invalid_request" });
      expect(await readFile(join(directory, foreign), "utf8")).toBe("a fox");
    },
  );
});

async function writeOld(name: string, content: string): Promise<void> {
  const path = join(directory, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  await utimes(path, 1_000, 1_000);
}

async function listed(name: string): Promise<StoredFile> {
  for await (const file of store.list()) if (file.key === name) return file;
  throw new Error(`There is no ${name}.`);
}
