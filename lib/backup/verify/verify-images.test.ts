import { readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openStudio } from "#lib/backup/test-place.ts";
import { prepareSample } from "#lib/backup/test-sample.ts";
import { inspect } from "#lib/backup/verify/inspect.server.ts";
import { mend, verify } from "#lib/backup/verify/test-verify.ts";

const copySample = prepareSample();

test("a studio in order has no differences, while it runs and while it does not", async () => {
  const one = await copySample();
  expect(await verify(one)).toEqual([]);
  const studio = await openStudio(one.place);
  await studio.start();
  expect(await verify(one)).toEqual([]);
  expect((await inspect(one.place, { quick: true })).counts).toMatchObject({
    generations: 2,
    attempts: 2,
    pictures: 2,
    files: 6,
  });
});

describe("a picture's file", () => {
  test("that is missing is found, and brought back from a backup", async () => {
    const one = await copySample();
    await rm(one.at(one.original));
    const found = await verify(one);
    expect(found).toEqual([{ kind: "original-missing", subject: one.original }]);
    expect(await mend(found, one)).toMatchObject([{ left: true }]);
    expect(await mend(found, one, one.backupDir)).toMatchObject([
      { done: "brought back", left: false },
    ]);
    expect(await verify(one)).toEqual([]);
  });

  test("that has lost bytes is found by its size, brought back, and the damaged one is kept aside", async () => {
    const one = await copySample();
    await writeFile(one.at(one.original), "short");
    const found = await verify(one, { quick: true });
    expect(found).toMatchObject([{ kind: "original-damaged", subject: one.original }]);
    expect(await mend(found, one, one.backupDir)).toMatchObject([{ left: false }]);
    expect(await verify(one)).toEqual([]);
    const [aside = ""] = await readdir(one.at("damaged"));
    expect(await readFile(one.at(`damaged/${aside}`), "utf8")).toBe("short");
  });

  test("with one wrong byte is found by its hash, and only moved aside without a backup", async () => {
    const one = await copySample();
    const bytes = await readFile(one.at(one.original));
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
    await writeFile(one.at(one.original), bytes);
    expect(await verify(one, { quick: true })).toEqual([]);
    const found = await verify(one);
    expect(found).toMatchObject([{ kind: "original-damaged", subject: one.original }]);
    expect(await mend(found, one)).toMatchObject([{ left: true }]);
    expect(await verify(one)).toMatchObject([{ kind: "original-missing" }]);
    expect(await readdir(one.at("damaged"))).toHaveLength(1);
  });

  test("that is damaged no more when it is mended stays, and nothing is kept aside", async () => {
    const one = await copySample();
    const before = await readFile(one.at(one.original));
    await writeFile(one.at(one.original), "short");
    const found = await verify(one);
    await writeFile(one.at(one.original), before);
    expect(await mend(found, one)).toMatchObject([{ left: false }]);
    expect(await verify(one)).toEqual([]);
    expect(await readdir(one.at("damaged"))).toEqual([]);
  });

  test("that is damaged, and then gone, is brought back", async () => {
    const one = await copySample();
    await writeFile(one.at(one.original), "short");
    const found = await verify(one);
    await rm(one.at(one.original));
    await mend(found, one, one.backupDir);
    expect(await verify(one)).toEqual([]);
  });

  test("is not taken from a backup that has other bytes", async () => {
    const one = await copySample();
    await writeFile(join(one.backupDir, one.original), "other");
    await rm(one.at(one.original));
    expect(await mend(await verify(one), one, one.backupDir)).toMatchObject([
      { done: "not in that backup", left: true },
    ]);
    await expect(stat(one.at(one.original))).rejects.toThrow("ENOENT");
  });
});

describe("thumbnails", () => {
  test.each([
    ["missing", "thumbnail-missing", (path: string) => rm(path)],
    ["empty", "thumbnail-damaged", (path: string) => writeFile(path, "")],
    [
      "cut short",
      "thumbnail-damaged",
      async (path: string) => writeFile(path, (await readFile(path)).subarray(0, 60)),
    ],
  ])("that are %s are made anew, as they were", async (_, kind, spoil) => {
    const one = await copySample();
    const before = await readFile(one.at(one.thumbnail));
    await spoil(one.at(one.thumbnail));
    const found = await verify(one);
    expect(found).toMatchObject([{ kind, subject: one.thumbnail }]);
    expect(await mend(found, one)).toMatchObject([{ done: "made anew", left: false }]);
    expect((await readFile(one.at(one.thumbnail))).equals(before)).toBe(true);
  });

  test("of a missing picture are made once it is back", async () => {
    const one = await copySample();
    await rm(one.at(one.thumbnail));
    await rm(one.at(one.original));
    const found = await verify(one);
    expect(found).toHaveLength(2);
    await mend(found, one, one.backupDir);
    expect(await verify(one)).toEqual([]);
  });
});
