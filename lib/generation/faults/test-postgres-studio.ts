import { tmpdir } from "node:os";
import { onTestFinished } from "vitest";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { openDatabase } from "#lib/services/open-database.server.ts";

/** A studio on a PostgreSQL of this address, until the test is done. */
export async function openPostgresStudio(databaseUrl: string): Promise<TestStudio> {
  const database = await openDatabase({ databaseUrl, dataDir: tmpdir() });
  const studio = await createTestStudio(database);
  onTestFinished(async () => {
    await studio.close();
    await database.close();
  });
  return studio;
}
