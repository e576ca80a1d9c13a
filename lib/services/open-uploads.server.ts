import { createUploads, type Uploads } from "#lib/images/upload/uploads.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import type { Env } from "#lib/platform/env.server.ts";
import { foldersOf, type Stores } from "#lib/services/open-stores.server.ts";

const bytesPerMb = 1024 * 1024;

/** Takes uploads within the limits that the environment sets for pictures. */
export function openUploads({
  env,
  client,
  stores: { blobStore },
  dataDir,
}: {
  env: Env;
  client: PrismaClient;
  stores: Stores;
  dataDir: string;
}): Uploads {
  return createUploads({
    client,
    blobStore,
    directory: foldersOf(dataDir).partials,
    bytesMax: env.PICTURE_MB_MAX * bytesPerMb,
    decodeBytesMax: env.DECODE_MB_MAX && env.DECODE_MB_MAX * bytesPerMb,
  });
}
