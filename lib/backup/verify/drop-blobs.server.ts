import type { Place } from "#lib/backup/place.server.ts";
import { dropBlob } from "#lib/backup/verify/drop-blob.server.ts";
import type { Finding } from "#lib/backup/verify/finding.ts";
import { openDatabase } from "#lib/backup/verify/open-database.server.ts";
import { isAppError } from "#lib/platform/errors.ts";
import type { BlobStore } from "#lib/storage/blob-store.ts";

interface Dropped {
  finding: Finding;
  done: string;
  left: boolean;
}

/** Removes the rows and the files of pictures that nothing refers to, one after another; none of them opens no database. */
export async function dropBlobs(
  findings: readonly Finding[],
  { place, store }: { place: Place; store: BlobStore },
): Promise<Dropped[]> {
  if (findings.length === 0) return [];

  const connection = await openDatabase(place).catch((error: unknown) => {
    if (isAppError(error) && error.code === "conflict") return null;
    throw error;
  });
  if (!connection) {
    const done = "not deleted: its database is in use. Stop the studio, and repair again";
    return findings.map((finding) => ({ finding, done, left: true }));
  }

  try {
    const dropped: Dropped[] = [];
    for (const finding of findings) {
      const { dataDir } = place;
      dropped.push({ finding, ...(await dropBlob(finding, { connection, store, dataDir })) });
    }
    return dropped;
  } finally {
    await connection.close();
  }
}
