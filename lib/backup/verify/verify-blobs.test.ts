import { readdir, readFile, rm, stat, utimes } from "node:fs/promises";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { restore } from "#lib/backup/restore/restore.server.ts";
import { migrationsDir, newPlace, type OpenedStudio, openStudio } from "#lib/backup/test-place.ts";
import { prepareSample, type Sample } from "#lib/backup/test-sample.ts";
import { inspect } from "#lib/backup/verify/inspect.server.ts";
import { repair } from "#lib/backup/verify/repair.server.ts";
import { changeRows, dayMs, mend, verify } from "#lib/backup/verify/test-verify.ts";
import type { Transaction } from "#lib/platform/database/database.server.ts";

const copySample = prepareSample();
const hashOf = ({ original }: Sample) => basename(original, ".png");
const filesOf = ({ original }: Sample) => [
  original,
  original.replace(".png", "-640.webp"),
  original.replace(".png", "-320.webp"),
];

/** A studio in which the first picture is of no image any more, its files a day old. */
async function copyUnused(
  also?: (studio: OpenedStudio, hash: string) => Promise<void>,
): Promise<Sample> {
  const one = await copySample();
  const before = new Date(Date.now() - dayMs);
  for (const subject of filesOf(one)) await utimes(one.at(subject), before, before);
  await changeRows(one, {}, async (studio) => {
    await also?.(studio, hashOf(one));
    await studio.context.client.image.deleteMany({ where: { blobHash: hashOf(one) } });
  });
  return one;
}

async function addInput({ context: { client } }: OpenedStudio, blobHash: string): Promise<void> {
  const { generationId } = await client.image.findFirstOrThrow();
  await client.input.create({ data: { generationId, position: 0, role: "source", blobHash } });
}

async function countBlobs(one: Sample): Promise<number> {
  const studio = await openStudio(one.place);
  const count = await studio.context.client.blob.count({ where: { hash: hashOf(one) } });
  await studio.close();
  return count;
}

test("a picture that no image and no input refers to is found, and its row and files go", async () => {
  const one = await copyUnused();
  const content = await readFile(one.at(one.original));
  const found = await verify(one);
  expect(found).toMatchObject([{ kind: "blob-unused", subject: one.original }]);
  expect(await mend(found, one)).toMatchObject([{ left: false }]);
  expect(await verify(one)).toEqual([]);
  expect(await countBlobs(one)).toBe(0);
  for (const subject of filesOf(one)) await expect(stat(one.at(subject))).rejects.toThrow("ENOENT");
  // No original is ever deleted.
  expect(await readFile(one.at(`orphans/${basename(one.original)}`))).toEqual(content);
});

test("one that is an input is used", async () => {
  const one = await copyUnused(addInput);
  expect(await verify(one)).toEqual([]);
});

test("one that was written within the hour does not count", async () => {
  const one = await copyUnused();
  const lately = new Date(Date.now() - 30 * 60_000);
  await utimes(one.at(one.thumbnail), lately, lately);
  expect(await verify(one)).toEqual([]);
});

test("one does not count while an attempt in flight may have written it", async () => {
  const one = await copyUnused();
  await changeRows(one, { state: "receiving", sentAt: new Date(Date.now() - 2 * dayMs) });
  expect((await verify(one)).map(({ kind }) => kind)).not.toContain("blob-unused");
});

test("one whose files are gone has nothing but its row to lose", async () => {
  const one = await copyUnused();
  for (const subject of filesOf(one)) await rm(one.at(subject));
  const found = await verify(one);
  expect(found).toMatchObject([{ kind: "blob-unused" }]);
  expect(await mend(found, one)).toMatchObject([{ left: false }]);
  expect(await countBlobs(one)).toBe(0);
});

test("one stays when something refers to it by the time that it is to go", async () => {
  const one = await copyUnused();
  const found = await verify(one);
  await changeRows(one, {}, (studio) => addInput(studio, hashOf(one)));
  expect(await mend(found, one)).toMatchObject([{ done: expect.stringMatching(/^left alone/) }]);
  expect(await verify(one)).toEqual([]);
});

test.each([".png", "-320.webp"])("one stays whole when its %s is put anew by then", async (end) => {
  const one = await copyUnused();
  const subject = one.original.replace(".png", end);
  const missing = await readFile(one.at(subject));
  if (end !== ".png") await rm(one.at(subject));
  const found = await verify(one);
  const studio = await openStudio(one.place);
  await studio.context.blobStore.put(subject.slice("files/".length), missing);
  await studio.close();
  expect(await mend(found, one)).toMatchObject([{ done: expect.stringMatching(/^left alone/) }]);
  expect(await countBlobs(one)).toBe(1);
  expect(await verify(one)).toEqual([]);
  expect(await readdir(one.at("orphans")).catch(() => [])).toEqual([]);
});

test("one stays while the studio has the embedded database to itself, and that is said", async () => {
  const one = await copyUnused();
  const found = await verify(one);
  await openStudio(one.place);
  expect(await mend(found, one)).toMatchObject([
    { done: expect.stringContaining("Stop the studio"), left: true },
  ]);
  expect(await verify(one)).toMatchObject([{ kind: "blob-unused" }]);
});

describe("on PostgreSQL, while the studio runs", () => {
  /** The first picture's image is gone there, and its files are a day old. */
  async function restoreUnused() {
    const one = await copyUnused();
    const place = await newPlace("PostgreSQL");
    await restore({ backupDir: one.backupDir, place, migrationsDir });
    const studio = await openStudio(place);
    await studio.context.client.image.deleteMany({ where: { blobHash: hashOf(one) } });
    const before = new Date(Date.now() - dayMs);
    for (const subject of filesOf(one)) await utimes(join(place.dataDir, subject), before, before);
    const { findings } = await inspect(place, { quick: true });
    expect(findings).toMatchObject([{ kind: "blob-unused" }]);
    const mendThere = () => repair(findings, { place, backupDir: null });
    return { place, studio, hash: hashOf(one), mendThere };
  }

  test("one goes", async () => {
    const { place, mendThere } = await restoreUnused();
    expect(await mendThere()).toMatchObject([{ left: false, done: /^deleted/ }].map(inWords));
    expect((await inspect(place, { quick: true })).findings).toEqual([]);
  });

  test("one stays to which a transaction is just about to refer", async () => {
    const { place, studio, hash, mendThere } = await restoreUnused();
    const { client } = studio.context;
    const { generationId } = await client.image.findFirstOrThrow();
    const input = { generationId, position: 0, role: "source", blobHash: hash };
    const refer = async (transaction: Transaction) => {
      await transaction.$executeRaw`SET LOCAL idle_in_transaction_session_timeout = 0`;
      await transaction.input.create({ data: input });
      const begun = { repairs: mendThere() };
      await isWaitedFor(client);
      return begun;
    };
    const mending = await client.$transaction(refer, { timeout: 600_000 });
    expect(await mending.repairs).toMatchObject([{ done: /^left alone: something/ }].map(inWords));
    expect((await inspect(place, { quick: true })).findings).toEqual([]);
  });
});

function inWords({ done, ...rest }: { done: RegExp; left?: boolean }) {
  return { ...rest, done: expect.stringMatching(done) };
}

/** Resolves once somebody waits for a row that another transaction holds. */
async function isWaitedFor(client: OpenedStudio["context"]["client"]): Promise<void> {
  for (;;) {
    const waiting = await client.$queryRaw<unknown[]>`
      SELECT 1 FROM pg_locks lock JOIN pg_stat_activity activity USING (pid)
      WHERE NOT lock.granted AND activity.datname = current_database()`;
    if (waiting.length > 0) return;
  }
}
