import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { parseFindQuery } from "#lib/contract/library/find-query.ts";
import { countImages } from "#lib/library/find/count-images.server.ts";
import { findImages } from "#lib/library/find/find-images.server.ts";
import { listFacets } from "#lib/library/find/list-facets.server.ts";
import { watchScans } from "#lib/library/test-scans.ts";
import type { Database } from "#lib/platform/database/database.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { insertImages } from "#scripts/seed/insert-images.ts";

const images = 6_000;
/** As many as 10,000 are of a library of hundreds of thousands. */
const newestMax = 300;
const file = { type: "image/png", width: 1, height: 1, bytes: 1, thumbhash: "" } as const;
const files = ["0", "1"].map((digit) => ({ ...file, hash: digit.repeat(64) }));

const middle = uuidv7({ msecs: Date.now() - 20 * 24 * 60 * 60_000 });

/** Pictures of the library, found by each; the seed's number of a generation is in its prompt. */
const searches: [string, { found: boolean; rowsMax: number }][] = [
  ["lighthouse", { found: true, rowsMax: 2_500 }],
  ["2999", { found: true, rowsMax: 400 }],
  ["nowhere", { found: false, rowsMax: 400 }],
  ["dew fern morning", { found: true, rowsMax: 2_500 }],
  ["图书馆", { found: true, rowsMax: 2_500 }],
  ['"oil on canvas"', { found: true, rowsMax: 2_500 }],
  ["fox -snow", { found: false, rowsMax: 2_500 }],
  ["model:gpt-image-1 lighthouse -oil", { found: false, rowsMax: 2_500 }],
  ["model:gpt-image-1 shape:square seed:16", { found: true, rowsMax: 400 }],
  ["fuchs shape:portrait", { found: false, rowsMax: 2_500 }],
];

describeOnBothDatabases("a search of thousands", (open) => {
  let library: Database | null = null;
  const openLibrary = async () => {
    if (library) return library;
    library = await open();
    await insertImages(library.client, { images, files });
    await library.client.$executeRaw`ANALYZE`;
    return library;
  };

  test.each(searches)(
    "for %s asks the index of words, and reads no table from end to end",
    async (line, { found, rowsMax }) => {
      const database = await openLibrary();
      const { terms } = parseFindQuery(line);
      for (const before of [undefined, middle]) {
        const options = { userId, terms, before, newestMax, limit: 50 };
        const { answer, indexes, wholeTables, rows } = await watchScans(database, (transaction) =>
          findImages(transaction, options),
        );
        if (before === undefined) expect(answer.length > 0).toBe(found);
        expect(wholeTables).toEqual([]);
        if (answer.length < options.limit) expect(indexes).toContain("Image_search_idx");
        expect(rows).toBeLessThan(rowsMax);
      }
    },
  );

  test.each(searches)("for %s is counted, with its facets, by the index of words", async (line) => {
    const database = await openLibrary();
    const options = { userId, terms: parseFindQuery(line).terms };
    for (const ask of [countImages, listFacets]) {
      const { indexes, wholeTables } = await watchScans(database, (transaction) =>
        ask(transaction, options),
      );
      expect(indexes).toContain("Image_search_idx");
      expect(wholeTables.filter((name) => name === "Image")).toEqual([]);
    }
  });

  test("for what is among the newest reads these, and not the index of words", async () => {
    const database = await openLibrary();
    const { terms } = parseFindQuery("shape:square -nowhere");
    const { answer, indexes, rows } = await watchScans(database, (transaction) =>
      findImages(transaction, { userId, terms, newestMax, limit: 50 }),
    );
    expect(answer).toHaveLength(50);
    expect(indexes).not.toContain("Image_search_idx");
    expect(rows).toBeLessThan(200);
  });

  test("for what is hidden, for favourites, and for an id reads these alone", async () => {
    const database = await openLibrary();
    const [image] = await findImages(database.client, { userId, terms: [], before: middle });
    for (const [line, index] of [
      ["is:hidden", "Image_hidden_idx"],
      ["is:favourite", "Image_favorite_idx"],
      [image?.id ?? "", "Image_pkey"],
      [image?.generationId ?? "", "Image_generationId_idx"],
    ] as const) {
      const { indexes, wholeTables, rows } = await watchScans(database, (transaction) =>
        findImages(transaction, { userId, terms: parseFindQuery(line).terms, limit: 20 }),
      );
      expect(indexes).toContain(index);
      expect(wholeTables).toEqual([]);
      expect(rows).toBeLessThan(150);
    }
  });
});
