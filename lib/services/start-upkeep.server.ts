import { pruneHourly } from "#lib/events/prune-hourly.server.ts";
import { sweepUploads } from "#lib/images/upload/sweep-uploads.server.ts";
import { purgeOldTrash } from "#lib/library/change/purge-images.server.ts";
import type { Database } from "#lib/platform/database/database.server.ts";
import { keepInShape } from "#lib/platform/database/keep-in-shape.server.ts";
import { runHourly } from "#lib/platform/run-hourly.server.ts";
import type { BlobStore } from "#lib/storage/blob-store.ts";

/**
 * Forgets old events, what was in the trash for long and uploads that nothing names, and keeps the embedded database in shape, in the background; answers what stops it
 * all, when it is at rest.
 */
export function startUpkeep(
  database: Database,
  { blobStore }: { blobStore: BlobStore },
): () => Promise<unknown> {
  const { client } = database;
  const stops = [
    pruneHourly(client),
    runHourly((signal) => purgeOldTrash(client, { signal }), { failed: "old trash not emptied" }),
    runHourly((signal) => sweepUploads({ client, blobStore }, { signal }), {
      failed: "old uploads not forgotten",
    }),
    keepInShape(database),
  ];
  return () => Promise.all(stops.map((stop) => stop()));
}
