import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { inspect } from "#lib/backup/verify/inspect.server.ts";
import { listGenerations } from "#lib/generation/list-generations.server.ts";
import { getImage } from "#lib/library/get-image.server.ts";
import { listImages } from "#lib/library/list-images.server.ts";
import { copyPGliteTemplate, newPostgresUrl } from "#lib/platform/database/test-database.ts";
import { openDatabase } from "#lib/services/open-database.server.ts";
import { seedLibrary } from "./seed-library.ts";

test.each(["PGlite", "PostgreSQL"])(
  "a library that is seeded on %s is sound, opens, and is added to by another run",
  async (kind) => {
    const dataDir = await mkdtemp(join(tmpdir(), "atelier-test-"));
    onTestFinished(() => rm(dataDir, { recursive: true }));
    await copyPGliteTemplate(dataDir);
    const databaseUrl = kind === "PostgreSQL" ? await newPostgresUrl() : undefined;
    await seedLibrary({ dataDir, databaseUrl, images: 12 });
    await seedLibrary({ dataDir, databaseUrl, images: 3 });
    expect((await inspect({ dataDir, databaseUrl }, { quick: false })).findings).toEqual([]);

    const { client, close } = await openDatabase({ dataDir, databaseUrl });
    onTestFinished(close);
    expect(await client.image.count()).toBe(15);
    const images = await listImages(client, { userId });
    // Of each run one is hidden, or in the trash.
    expect(images.length).toBeGreaterThan(8);
    for (const { id } of images) await getImage(client, { userId, id });
    const { generations } = await listGenerations(client, { userId, limit: 50 });
    expect(generations.map((one) => one.attempts.length)).toContain(4);
  },
);

test("what a running studio holds is not seeded", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "atelier-test-"));
  onTestFinished(() => rm(dataDir, { recursive: true }));
  await copyPGliteTemplate(dataDir);
  const { close } = await openDatabase({ dataDir });
  onTestFinished(close);
  await expect(seedLibrary({ dataDir, images: 1 })).rejects.toThrow(`process ${process.pid} on`);
});
