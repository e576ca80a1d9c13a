import { join } from "node:path";
import type { Place } from "#lib/backup/place.server.ts";
import type { BlobStore } from "#lib/storage/blob-store.ts";
import { createDiskBlobStore } from "#lib/storage/disk/disk-blob-store.server.ts";

/** Where the files of a studio lie, whether it runs or not. */
export function openBlobStore({ dataDir }: Pick<Place, "dataDir">): BlobStore {
  return createDiskBlobStore({ directory: join(dataDir, "files") });
}
