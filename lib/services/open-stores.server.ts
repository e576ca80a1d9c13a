import { join } from "node:path";
import type { RunContext } from "#lib/generation/store/run-context.server.ts";
import { createDiskBlobStore } from "#lib/storage/disk/disk-blob-store.server.ts";
import { freeSpace } from "#lib/storage/disk/free-space.server.ts";
import { createPartialStore } from "#lib/storage/spool/partial-store.server.ts";
import { createSpool } from "#lib/storage/spool/spool.server.ts";
import { identifySpoolFolder } from "#lib/storage/spool/spool-folder.server.ts";

/** The places where files live. */
export type Stores = Pick<RunContext, "blobStore" | "spool" | "folder" | "partials">;

/** The folders of the files within the data folder, and that folder itself, by what they hold. */
export function foldersOf(dataDir: string) {
  const folderOf = (name: string) => join(dataDir, name);
  return {
    data: dataDir,
    partials: folderOf("partials"),
    files: folderOf("files"),
    spool: folderOf("spool"),
  };
}

/** What may be full or read-only: the store, which is asked itself, and the folders, whose disks are. */
export function placesOf(dataDir: string, { blobStore }: Pick<Stores, "blobStore">) {
  const all = foldersOf(dataDir);
  const { files: _store, ...folders } = all;
  return { blobStore, folders, freeSpace: () => freeSpace(Object.values(all)) };
}

/** Opens the stores in their folders, and clears away the partial pictures of a process before us. */
export async function openStores(folders: ReturnType<typeof foldersOf>): Promise<Stores> {
  const partials = createPartialStore({ directory: folders.partials });
  await partials.sweep();
  return {
    blobStore: createDiskBlobStore({ directory: folders.files }),
    spool: createSpool({ directory: folders.spool }),
    folder: await identifySpoolFolder(folders.data),
    partials,
  };
}
