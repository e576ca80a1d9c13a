import { openDatabase } from "#lib/services/open-database.server.ts";
import { insertImages } from "./insert-images.ts";
import { makeImages } from "./make-images.ts";

export interface SeedOptions {
  dataDir: string;
  databaseUrl?: string | undefined;
  images: number;
  onProgress?: (done: number) => void;
}

/** Images share so many files. */
const filesMax = 24;

/**
 * Adds images to the library of a studio that does not run: their rows, and files that all of them share. Throws an
 * `AppError` when a studio holds the data folder.
 */
export async function seedLibrary({
  dataDir,
  databaseUrl,
  images,
  onProgress = () => {},
}: SeedOptions): Promise<void> {
  const database = await openDatabase({ dataDir, databaseUrl });
  try {
    const files = await makeImages(dataDir, { count: Math.min(filesMax, images) });
    await insertImages(database.client, { images, files, onProgress });
    await database.client.$executeRaw`ANALYZE`;
  } finally {
    await database.close();
  }
}
