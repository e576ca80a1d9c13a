import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { claimAttempt } from "#lib/generation/attempt/claim-attempt.server.ts";
import { freeGateways } from "#lib/generation/faults/test-studio.ts";
import { listGenerations } from "#lib/generation/list-generations.server.ts";
import { listQueue } from "#lib/generation/queue/list-queue.server.ts";
import { lockWaiting } from "#lib/generation/queue/order-queue.server.ts";
import { getImage } from "#lib/library/get-image.server.ts";
import { listImages } from "#lib/library/list-images.server.ts";
import { watchScans } from "#lib/library/test-scans.ts";
import type { Database } from "#lib/platform/database/database.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { insertImages } from "#scripts/seed/insert-images.ts";

const images = 4_000;
const file = {
  hash: "0".repeat(64),
  type: "image/png",
  width: 1,
  height: 1,
  bytes: 1,
  thumbhash: "",
} as const;

async function makeLibrary(open: () => Promise<Database>): Promise<Database> {
  const database = await open();
  await insertImages(database.client, { images, files: [file] });
  await database.client.$executeRaw`ANALYZE`;
  return database;
}

const queueNewest = ({ client }: Database, count: number) => client.$executeRaw`
  UPDATE "Attempt" SET state = 'queued' WHERE id IN (SELECT id FROM "Attempt" ORDER BY id DESC LIMIT ${count}::int)`;

const middle = uuidv7({ msecs: Date.now() - 14 * 24 * 60 * 60_000 });

describeOnBothDatabases("a library of thousands", (open) => {
  let library: Database | null = null;
  /** The library that was made last, while nothing has changed it. */
  const openLibrary = async () => {
    library ??= await makeLibrary(open);
    return library;
  };
  /** One that may be changed: the next test makes another. */
  const openOwnLibrary = () => {
    library = null;
    return makeLibrary(open);
  };

  test("is read by an index that holds nothing else, wherever in it one looks", async () => {
    const database = await openLibrary();
    const pages = [
      { page: {}, index: null },
      { page: { before: middle }, index: null },
      { page: { list: "favorites" }, index: "Image_favorite_idx" },
      { page: { list: "favorites", before: middle }, index: "Image_favorite_idx" },
    ] as const;
    for (const { page, index } of pages) {
      const { answer, indexes, wholeTables, rows } = await watchScans(database, (transaction) =>
        listImages(transaction, { userId, limit: 50, ...page }),
      );
      expect(answer).toHaveLength(50);
      expect(wholeTables).toEqual([]);
      // The page, the few left out between, and the generation of each.
      expect(rows).toBeLessThan(150);
      if (index) expect(indexes).toContain(index);
    }
  });

  test("gives the neighbours of an image by index", async () => {
    const database = await openLibrary();
    const [image] = await listImages(database.client, { userId, before: middle, limit: 1 });
    const { answer, wholeTables, rows } = await watchScans(database, (transaction) =>
      getImage(transaction, { userId, id: image?.id ?? "" }),
    );
    expect([answer.newerId, answer.olderId]).not.toContain(null);
    expect(wholeTables).toEqual([]);
    expect(rows).toBeLessThan(60);
  });

  test("shows pages of the feed by index", async () => {
    const database = await openLibrary();
    for (const before of [undefined, middle]) {
      const { answer, rows, wholeTables } = await watchScans(database, (transaction) =>
        listGenerations(transaction, { userId, before }),
      );
      expect(answer.generations).toHaveLength(20);
      expect(wholeTables).toEqual([]);
      // A generation has four attempts and four images at most.
      expect(rows).toBeLessThan(400);
    }
  });

  test("lists the trash and what is hidden by index", async () => {
    const database = await openLibrary();
    for (const [where, index] of [
      [{ deletedAt: { not: null } }, "Image_deleted_idx"],
      [{ hiddenAt: { not: null } }, "Image_hidden_idx"],
    ] as const) {
      const { indexes, wholeTables } = await watchScans(database, (transaction) =>
        transaction.image.findMany({
          where: { userId, ...where },
          orderBy: { id: "desc" },
          take: 20,
        }),
      );
      expect(indexes).toContain(index);
      expect(wholeTables).toEqual([]);
    }
  });

  test("without a favourite does not look through all of it for one", async () => {
    const database = await openOwnLibrary();
    await database.client.image.updateMany({ data: { favoritedAt: null } });
    await database.client.$executeRaw`ANALYZE`;
    const { answer, wholeTables, rows } = await watchScans(database, (transaction) =>
      listImages(transaction, { userId, list: "favorites" }),
    );
    expect(answer).toEqual([]);
    expect(wholeTables).toEqual([]);
    expect(rows).toBeLessThan(images / 4);
  });

  test("whose newer half is in the trash does not walk over that", async () => {
    const database = await openOwnLibrary();
    await database.client.image.updateMany({
      where: { id: { gt: middle } },
      data: { deletedAt: new Date() },
    });
    await database.client.$executeRaw`VACUUM ANALYZE`;
    const { rows, wholeTables } = await watchScans(database, (transaction) =>
      listImages(transaction, { userId, limit: 50 }),
    );
    expect(wholeTables).toEqual([]);
    // A PostgreSQL of one's own may be told of a disk on which the walk is the quicker way.
    if (database.folder) expect(rows).toBeLessThan(150);
  });

  test("tells what waits by index, and puts it in order by it", async () => {
    const database = await openOwnLibrary();
    await queueNewest(database, 20);
    await database.client.$executeRaw`ANALYZE`;
    const { answer, wholeTables, rows } = await watchScans(database, async (transaction) => {
      await lockWaiting(transaction, userId);
      return listQueue(transaction, userId);
    });
    expect(answer.entries).toHaveLength(20);
    expect(wholeTables).toEqual([]);
    expect(rows).toBeLessThan(150);
  });

  test.each(["with", "without"])(
    "gives the next of thousands that are queued by the queue's index, %s statistics of them",
    async (statistics) => {
      const database = await openOwnLibrary();
      await queueNewest(database, 3_000);
      if (statistics === "with") await database.client.$executeRaw`ANALYZE`;
      const { answer, indexes, wholeTables } = await watchScans(database, (transaction) =>
        claimAttempt(transaction, { owner: "test", gateways: freeGateways }),
      );
      expect(answer).not.toBeNull();
      expect(indexes).toContain("Attempt_queued_idx");
      expect(wholeTables).toEqual([]);
    },
  );
});
