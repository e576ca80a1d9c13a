import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { monthCountMax } from "#lib/contract/library/find-answers.ts";
import { listMonths } from "#lib/library/find/list-months.server.ts";
import { writeImage } from "#lib/library/find/test-library.ts";
import { watchScans } from "#lib/library/test-scans.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { insertImages } from "#scripts/seed/insert-images.ts";

const file = { type: "image/png", width: 1, height: 1, bytes: 1, thumbhash: "" } as const;
const at = (iso: string) => ({ at: new Date(iso) });

describeOnBothDatabases("the months of a library", (open) => {
  test("are those in which there are pictures, the last first, with their counts", async () => {
    const database = await open();
    for (const iso of ["2024-12-31T12:00:00Z", "2026-02-01T12:00:00Z", "2026-02-28T12:00:00Z"]) {
      await writeImage(database, at(iso));
    }
    const gone = await writeImage(database, at("2025-06-01T12:00:00Z"));
    const deletedAt = new Date();
    await database.client.image.update({ where: { id: gone.id }, data: { deletedAt } });
    const other = await database.client.user.create({ data: { id: uuidv7(), name: "other" } });
    await writeImage(database, { ...at("2025-05-01T12:00:00Z"), owner: other.id });

    expect(await listMonths(database.client, { userId, timeZone: "UTC" })).toEqual([
      { month: "2026-02", count: 2, isCapped: false },
      { month: "2024-12", count: 1, isCapped: false },
    ]);
    expect(
      await listMonths(database.client, { userId, list: "favorites", timeZone: "UTC" }),
    ).toEqual([]);
  });

  test("begin by the reader's clock, also where that is changed between two", async () => {
    const database = await open();
    // The last hour of March in Berlin, by then in summer; the first of April in Tokyo.
    await writeImage(database, at("2026-03-31T21:30:00Z"));
    await writeImage(database, at("2026-03-31T22:30:00Z"));
    const monthsIn = async (timeZone: string) =>
      (await listMonths(database.client, { userId, timeZone })).map(
        ({ month, count }) => `${month}: ${count}`,
      );
    expect(await monthsIn("Europe/Berlin")).toEqual(["2026-04: 1", "2026-03: 1"]);
    expect(await monthsIn("Asia/Tokyo")).toEqual(["2026-04: 2"]);
    expect(await monthsIn("UTC")).toEqual(["2026-03: 2"]);
  });

  test("are counted no further than they are told, and found by index", async () => {
    const database = await open();
    await insertImages(database.client, {
      images: 4_000,
      files: [{ ...file, hash: "0".repeat(64) }],
    });
    await database.client.$executeRaw`ANALYZE`;
    const { answer, wholeTables, rows } = await watchScans(database, (transaction) =>
      listMonths(transaction, { userId, timeZone: "UTC" }),
    );
    expect(answer.some(({ isCapped }) => isCapped)).toBe(true);
    expect(answer.every(({ count }) => count <= monthCountMax)).toBe(true);
    expect(wholeTables).toEqual([]);
    // Of each month a thousand, and the few that are left out between.
    expect(rows).toBeLessThan(answer.length * 1_100);
  });
});
