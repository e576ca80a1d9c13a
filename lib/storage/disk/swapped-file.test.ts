import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { blobKey } from "#lib/storage/blob-key.ts";
import { createDiskBlobStore } from "#lib/storage/disk/disk-blob-store.server.ts";

test("a symlink that takes a file's place after the file was opened leads nowhere", async () => {
  const folder = await mkdtemp(join(tmpdir(), "atelier-store-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const directory = join(folder, "files");
  const store = createDiskBlobStore({ directory });
  const key = blobKey("ab".repeat(32), "image/png");
  const secret = join(folder, "secret");
  await writeFile(secret, "secret");
  await store.put(key, Buffer.from("a picture"));
  const opened = await store.open(key);
  await rm(join(directory, key));
  await symlink(secret, join(directory, key));

  await expect(new Response(opened?.stream).text()).rejects.toMatchObject({
    code: "storage_unavailable",
  });
});
