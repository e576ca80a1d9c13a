import {
  appendFile,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { backUp } from "#lib/backup/back-up.server.ts";
import { restore } from "#lib/backup/restore.server.ts";
import {
  makeSample,
  migrationsDir,
  newFolder,
  newPlace,
  type OpenedStudio,
  openStudio,
} from "#lib/backup/test-place.ts";
import { type Finding, isDifference } from "#lib/backup/verify/finding.ts";
import { inspect } from "#lib/backup/verify/inspect.server.ts";
import { repair } from "#lib/backup/verify/repair.server.ts";
import type { AttemptState } from "#lib/generation/attempt-state.ts";

const words = { url: null, revisedPrompt: null, delivered: {}, costMicros: null };
const strangerId = "01980000-0000-7000-8000-000000000999";
const dayMs = 24 * 60 * 60 * 1000;

let sample: { dataDir: string; backupDir: string };

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "atelier-verify-"));
  sample = { dataDir: join(folder, "data"), backupDir: join(folder, "backup") };
  await makeSample(sample.dataDir);
  const place = { dataDir: sample.dataDir, databaseUrl: undefined };
  await backUp({ place, backupDir: sample.backupDir });
  return () => rm(folder, { recursive: true });
});

/** A studio with two pictures that are a day old: what lies there now is of no attempt in flight. */
async function copySample() {
  const dataDir = join(await newFolder(), "data");
  await cp(sample.dataDir, dataDir, { recursive: true });
  const names = await readdir(join(dataDir, "files"), { recursive: true });
  const [original = "", other = ""] = names.filter((name) => name.endsWith(".png"));
  const thumbnail = original.replace(".png", "-320.webp");
  return {
    place: { dataDir, databaseUrl: undefined },
    at: (subject: string) => join(dataDir, subject),
    original: `files/${original}`,
    other: `files/${other}`,
    thumbnail: `files/${thumbnail}`,
    backupDir: sample.backupDir,
  };
}

type Sample = Awaited<ReturnType<typeof copySample>>;

const verify = async ({ place }: Sample, options = { quick: false }) =>
  (await inspect(place, options)).findings;

const mend = (findings: Finding[], { place }: Sample, backupDir: string | null = null) =>
  repair(findings, { dataDir: place.dataDir, backupDir });

async function writeOld(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  const before = new Date(Date.now() - dayMs);
  await utimes(path, before, before);
}

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

  test("is not taken from a backup that has other bytes", async () => {
    const one = await copySample();
    const backupDir = join(await newFolder(), "backup");
    await cp(one.backupDir, backupDir, { recursive: true });
    await writeFile(join(backupDir, one.original), "other");
    await rm(one.at(one.original));
    expect(await mend(await verify(one), one, backupDir)).toMatchObject([
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

describe("files without rows", () => {
  const orphan = `files/aa/${"a".repeat(64)}`;

  test("are found, and moved where a person can look at them; their thumbnails are deleted", async () => {
    const one = await copySample();
    await writeOld(one.at(`${orphan}.png`), "a picture that was paid for");
    await writeOld(one.at(`${orphan}-320.webp`), "thumbnail");
    const found = await verify(one);
    expect(found).toMatchObject([
      { kind: "thumbnail-without-row", subject: `${orphan}-320.webp` },
      { kind: "file-without-row", subject: `${orphan}.png` },
    ]);
    await mend(found, one);
    expect(await readFile(one.at(`orphans/${"a".repeat(64)}.png`), "utf8")).toBe(
      "a picture that was paid for",
    );
    expect(await verify(one)).toEqual([]);
  });

  test("do not count while they are younger than the rows that were read", async () => {
    const one = await copySample();
    await writeOld(one.at(`${orphan}.png`), "");
    const soon = new Date(Date.now() + 60_000);
    await utimes(one.at(`${orphan}.png`), soon, soon);
    expect(await verify(one)).toEqual([]);
  });

  test("do not count while an attempt in flight may have written them", async () => {
    const one = await copySample();
    await changeRows(one, { state: "receiving", sentAt: new Date(Date.now() - 2 * dayMs) });
    await writeOld(one.at(`${orphan}.png`), "");
    expect((await verify(one)).map(({ kind }) => kind)).not.toContain("file-without-row");
  });

  test("stay where they are when they are written anew before they are moved", async () => {
    const one = await copySample();
    await writeOld(one.at(`${orphan}.png`), "");
    const found = await verify(one);
    await writeFile(one.at(`${orphan}.png`), "the same picture, delivered again");
    await mend(found, one);
    expect(await readFile(one.at(`${orphan}.png`), "utf8")).toContain("delivered again");
  });
});

test("what killed processes left unfinished is deleted, what may be at work is not", async () => {
  const one = await copySample();
  await writeOld(one.at("files/incoming/old.tmp"), "half");
  await writeFile(one.at("files/incoming/young.tmp"), "half");
  await writeOld(one.at(`partials/${strangerId}`), "look");
  await writeOld(one.at("files/notes.txt"), "mine");
  const found = await verify(one);
  expect(found.map(({ kind, subject }) => [kind, subject])).toEqual([
    ["unfinished-file", "files/incoming/old.tmp"],
    ["foreign-file", "files/notes.txt"],
    ["partial-left", `partials/${strangerId}`],
  ]);
  await mend(found, one);
  expect(await readdir(one.at("files/incoming"))).toEqual(["young.tmp"]);
  expect(await readdir(one.at("partials"))).toEqual([]);
  expect((await verify(one)).filter(isDifference)).toEqual([]);
});

describe("an entry of the spool", () => {
  test("whose picture is in the gallery is deleted, but not while a picture is missing", async () => {
    const one = await copySample();
    const id = await changeRows(one, { endedAt: new Date(Date.now() - dayMs) }, (studio, id) =>
      studio.context.spool.write(id, 0, { meta: words, bytes: new Uint8Array(1) }),
    );
    await rm(one.at(one.other));
    const found = await verify(one);
    expect(found).toContainEqual({ kind: "spool-settled", subject: `spool/${id}/0` });
    await mend(found, one);
    expect(await readdir(one.at(`spool/${id}`))).toEqual(["0"]);
    await mend(found, one, one.backupDir);
    expect(await verify(one)).toEqual([]);
  });

  test.each([
    ["succeeded", 1, "spool-unusable"],
    ["failed", 1, "spool-unusable"],
    ["storing", 1, "spool-on-the-way"],
    ["unknown", 1, "spool-on-the-way"],
    ["canceled", 1, "spool-unexplained"],
  ] as const)(
    "of an attempt that is %s, without a row, is explained and kept",
    async (state, index, kind) => {
      const one = await copySample();
      const id = await changeRows(one, { state }, (studio, attemptId) =>
        studio.context.spool.write(attemptId, index, { meta: words, bytes: new Uint8Array(1) }),
      );
      const found = await verify(one);
      expect(found).toContainEqual(expect.objectContaining({ kind, subject: `spool/${id}/1` }));
      await mend(found, one);
      expect(await readdir(one.at(`spool/${id}`))).toEqual(["1"]);
    },
  );

  test("of an attempt that the database does not know is moved aside", async () => {
    const one = await copySample();
    await writeOld(one.at(`spool/${strangerId}/0`), "paid");
    const found = await verify(one);
    expect(found).toMatchObject([{ kind: "spool-without-attempt" }]);
    await mend(found, one);
    expect(await verify(one)).toEqual([]);
    expect(await readdir(one.at("orphans"))).toHaveLength(1);
  });
});

describe("rows that contradict themselves are told of", () => {
  test("a generation whose state does not follow from its attempts", async () => {
    const one = await copySample();
    const id = await changeRows(one, { state: "failed" });
    expect(await verify(one)).toMatchObject([
      { kind: "state-wrong", detail: "It is succeeded; from its requests follows failed." },
    ]);
    expect(id).not.toBe("");
  });

  test("an attempt whose lease ran out long ago: a fault while a studio runs, else nothing but a stop", async () => {
    const one = await copySample();
    const lease = { state: "sending", leaseUntil: new Date(Date.now() - dayMs) } as const;
    const id = await changeRows(one, lease);
    expect(await verify(one)).toContainEqual(
      expect.objectContaining({ kind: "attempt-waiting", subject: id }),
    );
    await openStudio(one.place);
    expect(await verify(one)).toContainEqual(
      expect.objectContaining({ kind: "attempt-stuck", subject: id }),
    );
  });
});

test("on PostgreSQL the same is found", async () => {
  const place = await newPlace("PostgreSQL");
  await restore({ backupDir: sample.backupDir, place, migrationsDir });
  const names = await readdir(join(place.dataDir, "files"), { recursive: true });
  const [original = ""] = names.filter((name) => name.endsWith(".png"));
  await appendFile(join(place.dataDir, "files", original), "x");
  const { findings, counts } = await inspect(place, { quick: false });
  expect(findings).toMatchObject([{ kind: "original-damaged", subject: `files/${original}` }]);
  expect(counts).toMatchObject({ generations: 2, attempts: 2, pictures: 2, files: 6 });
});

/** Changes the newest attempt as no studio would, and answers its id. */
async function changeRows(
  { place }: Sample,
  data: { state?: AttemptState; sentAt?: Date; endedAt?: Date; leaseUntil?: Date },
  also?: (studio: OpenedStudio, id: string) => Promise<void>,
): Promise<string> {
  const studio = await openStudio(place);
  const { client } = studio.context;
  const { id } = await client.attempt.findFirstOrThrow({ orderBy: { position: "desc" } });
  await client.attempt.update({ where: { id }, data });
  await also?.(studio, id);
  await studio.close();
  return id;
}
