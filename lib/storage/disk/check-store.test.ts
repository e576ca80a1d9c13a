import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import type { BlobStore } from "#lib/storage/blob-store.ts";
import { createTestDisk } from "#lib/storage/disk/test-disk.ts";
import { interceptDiskCalls } from "#lib/storage/disk/test-disk-calls.ts";
import { openTestStore } from "#lib/storage/disk/test-store.ts";

let directory: string;
let store: BlobStore;

beforeEach(async () => {
  ({ directory, store } = await openTestStore());
});

describe("a store can be asked whether it takes files and gives them back", () => {
  test("and keeps nothing of that, but for what died unfinished and is swept", async () => {
    const disk = createTestDisk(directory);
    await store.check();
    expect(await readdir(directory, { recursive: true })).toEqual(["incoming"]);
    expect(disk.journal()).toContain("write incoming/*.tmp");
  });

  test.each(["write", "read", "mkdir"] as const)(
    "and says that it does not when %s fails",
    async (kind) => {
      createTestDisk(directory).fail({ kind, errno: "EIO" });
      await expect(store.check()).rejects.toMatchObject({
        code: "storage_unavailable",
        message: expect.stringContaining(directory),
      });
    },
  );

  test("and that it gives back other bytes than it took", async () => {
    onTestFinished(
      interceptDiskCalls(directory, async ({ kind }, perform) =>
        kind === "read" ? "0" : perform(),
      ),
    );
    await expect(store.check()).rejects.toMatchObject({ code: "storage_unavailable" });
    expect(await readdir(join(directory, "incoming"))).toEqual([]);
  });
});
