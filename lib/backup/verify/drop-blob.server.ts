import { basename } from "node:path";
import * as z from "zod";
import { imageFactsSchema, originalKey, thumbnailKeys } from "#lib/backup/image-files.ts";
import type { Finding } from "#lib/backup/verify/finding.ts";
import { moveFileAside } from "#lib/backup/verify/move-file-aside.server.ts";
import type { SqlConnection } from "#lib/platform/database/sql-connection.server.ts";
import type { BlobStore } from "#lib/storage/blob-store.ts";

interface DropContext {
  connection: SqlConnection;
  store: BlobStore;
  dataDir: string;
}

/**
 * Removes the row of a picture that nothing refers to, and its files; the original is moved aside. In one transaction, in which it looks
 * again: whoever is about to refer to the picture puts its files first, and so they are others than were found.
 */
export async function dropBlob(
  finding: Finding,
  context: DropContext,
): Promise<{ done: string; left: boolean }> {
  const { connection } = context;
  await connection.execute("BEGIN");
  try {
    const done = await dropInTransaction(finding, context);
    await connection.execute("COMMIT");
    return { done, left: false };
  } catch (error) {
    await connection.execute("ROLLBACK");
    throw error;
  }
}

async function dropInTransaction(
  finding: Finding,
  { connection, store, dataDir }: DropContext,
): Promise<string> {
  const [hash = ""] = basename(finding.subject).split(".");
  const [facts] = await lockBlob(connection, hash);
  if (!facts) return "gone by itself";
  if (await isUsed(connection, hash)) return "left alone: something refers to it by now";

  const { files = [] } = finding;
  const keys = [originalKey(facts), ...thumbnailKeys(facts)];
  const unknown = keys.filter((key) => files.every((file) => file.key !== key));
  for (const key of unknown) if (await store.open(key)) return writtenAnew;

  const original = files.filter(({ key }) => key === keys[0]);
  const aside = await moveFileAside(
    { ...finding, files: original },
    { store, dataDir, to: "orphans" },
  );
  if (aside.isThere) return writtenAnew;

  for (const file of files) if (!original.includes(file)) await store.deleteUnchanged(file);
  await connection.query(`DELETE FROM "Blob" WHERE hash = $1`, [hash]);
  return `deleted; its picture: ${aside.done}`;
}

const writtenAnew = "left alone: it was written anew meanwhile";

const factsSchema = z.array(imageFactsSchema);

/** From here on nobody can refer to it. What others had begun is seen by the next statement, not by this one. */
async function lockBlob(connection: SqlConnection, hash: string) {
  const { rows } = await connection.query(
    `SELECT hash, type, bytes FROM "Blob" WHERE hash = $1 FOR UPDATE`,
    [hash],
  );
  return factsSchema.parse(rows);
}

async function isUsed(connection: SqlConnection, hash: string): Promise<boolean> {
  const { rows } = await connection.query(
    `SELECT 1 FROM "Image" WHERE "blobHash" = $1 UNION ALL SELECT 1 FROM "Input" WHERE "blobHash" = $1
     UNION ALL SELECT 1 FROM "Upload" WHERE "blobHash" = $1 LIMIT 1`,
    [hash],
  );
  return rows.length > 0;
}
