import { expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { parseFindQuery } from "#lib/contract/library/find-query.ts";
import { findImages } from "#lib/library/find/find-images.server.ts";
import { writeImage } from "#lib/library/find/test-library.ts";
import type { Database } from "#lib/platform/database/database.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";

const find = ({ client }: Database, line: string) =>
  findImages(client, { userId, terms: parseFindQuery(line).terms });

/** Each pair of its characters another. */
const longest = Array.from({ length: 32_000 }, (_, at) =>
  String.fromCodePoint(0x4e00 + ((at * 7_919) % 20_000)),
).join("");

describeOnBothDatabases("a picture that was paid for", (open) => {
  test.each([
    ["the longest prompt in Chinese", longest],
    ["one word without an end", "x".repeat(32_000)],
    ["only marks and emoji", "'\"\\:*&|!<>()‍👨‍👩‍👧‍👦".repeat(400)],
    ["one word thousands of times", "fox ".repeat(8_000)],
    ["combining marks without a letter", "\u0301".repeat(5_000)],
    ["nothing", ""],
  ])("is kept with %s for its prompt", async (_name, prompt) => {
    const database = await open();
    const { id } = await writeImage(database, { prompt, model: "m".repeat(3_000) });
    expect(await find(database, "shape:square")).toMatchObject([{ id }]);
  });

  test("is found by how the longest prompt begins; what stands far behind costs nothing", async () => {
    const database = await open();
    const { id } = await writeImage(database, { prompt: longest });
    expect(await find(database, longest.slice(100, 110))).toMatchObject([{ id }]);
    expect(await find(database, longest.slice(-10))).toEqual([]);
  });

  test("is kept when what it is found by cannot be made, and is in the gallery then", async () => {
    const database = await open();
    const break_ = `ALTER FUNCTION search_lexemes RENAME TO search_lexemes_gone`;
    const mend = `ALTER FUNCTION search_lexemes_gone RENAME TO search_lexemes`;
    await database.client.$executeRawUnsafe(break_);
    const { id } = await writeImage(database).finally(() =>
      database.client.$executeRawUnsafe(mend),
    );
    expect(await find(database, "")).toMatchObject([{ id }]);
    expect(await find(database, "fox")).toEqual([]);
  });
});
