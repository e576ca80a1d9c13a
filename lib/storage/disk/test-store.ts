import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { BlobStore } from "#lib/storage/blob-store.ts";
import { createDiskBlobStore } from "#lib/storage/disk/disk-blob-store.server.ts";

/** A store in a folder that is not there yet; gone with the test. */
export async function openTestStore(): Promise<{ directory: string; store: BlobStore }> {
  const folder = await mkdtemp(join(tmpdir(), "atelier-store-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const directory = join(folder, "files");
  return { directory, store: createDiskBlobStore({ directory }) };
}
