import * as z from "zod";
import type { PrismaClient, Transaction } from "#lib/platform/database/database.server.ts";
import { blobKey, thumbnailKey } from "#lib/storage/blob-key.ts";
import type { BlobStore, StoredFile } from "#lib/storage/blob-store.ts";

/** What was sent stays in the tray of a draft, which may wait for a while. */
const keptMs = 14 * 24 * 60 * 60_000;

/** A file that is younger may be about to get its row. */
const settledMs = 60 * 60_000;

interface SweepOptions {
  now?: Date;
  signal?: AbortSignal;
}

/**
 * Forgets what was uploaded long ago, and with it the pictures that nothing names by now, neither a generation nor the library. Resolves to how many
 * pictures went.
 */
export async function sweepUploads(
  { client, blobStore }: { client: PrismaClient; blobStore: BlobStore },
  { now = new Date(), signal }: SweepOptions = {},
): Promise<number> {
  const where = { uploadedAt: { lt: new Date(now.getTime() - keptMs) } };
  const old = await client.upload.findMany({
    where,
    select: { blobHash: true, blob: { select: { type: true } } },
  });
  let gone = 0;
  for (const { blobHash: hash, blob } of old) {
    if (signal?.aborted) return gone;
    const files = await filesOf(blobStore, { hash, type: blob.type });
    const isSettled = files.every(({ modifiedMs }) => modifiedMs < now.getTime() - settledMs);
    if (!isSettled) continue;
    const isGone = await client.$transaction(async (transaction) => {
      await transaction.upload.deleteMany({ where: { ...where, blobHash: hash } });
      return dropBlob(transaction, { hash, files, blobStore });
    });
    if (isGone) gone += 1;
  }
  return gone;
}

async function filesOf(
  blobStore: BlobStore,
  { hash, type }: { hash: string; type: string },
): Promise<StoredFile[]> {
  const keys = [blobKey(hash, type), thumbnailKey(hash, "640"), thumbnailKey(hash, "320")];
  const opened = await Promise.all(
    keys.map(async (key) => {
      const file = await blobStore.open(key);
      return file ? [{ key, bytes: file.bytes, modifiedMs: file.modifiedMs }] : [];
    }),
  );
  return opened.flat();
}

interface Dropping {
  hash: string;
  files: readonly StoredFile[];
  blobStore: BlobStore;
}

const namedSchema = z.array(z.object({ isNamed: z.boolean() }));

/**
 * Removes the row, and then the files if they are still those that were found: whoever refers to the picture from now on puts
 * its files first. Nobody can refer to the row while it is locked.
 */
async function dropBlob(
  transaction: Transaction,
  { hash, files, blobStore }: Dropping,
): Promise<boolean> {
  const locked = await transaction.$queryRaw<
    unknown[]
  >`SELECT 1 FROM "Blob" WHERE hash = ${hash} FOR UPDATE`;
  if (locked.length === 0) return false;
  const rows = await transaction.$queryRaw`
    SELECT EXISTS (SELECT 1 FROM "Image" WHERE "blobHash" = ${hash})
      OR EXISTS (SELECT 1 FROM "Input" WHERE "blobHash" = ${hash})
      OR EXISTS (SELECT 1 FROM "Upload" WHERE "blobHash" = ${hash}) AS "isNamed"`;
  if (namedSchema.parse(rows)[0]?.isNamed) return false;

  await transaction.blob.delete({ where: { hash }, select: { hash: true } });
  for (const file of files) await blobStore.deleteUnchanged(file);
  return true;
}
