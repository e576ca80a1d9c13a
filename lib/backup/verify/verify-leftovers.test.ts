import { readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { prepareSample } from "#lib/backup/test-sample.ts";
import { isDifference } from "#lib/backup/verify/finding.ts";
import { changeRows, dayMs, mend, verify, writeOld } from "#lib/backup/verify/test-verify.ts";
import { createTestDisk } from "#lib/storage/disk/test-disk.ts";

const strangerId = "01980000-0000-7000-8000-000000000999";
const orphan = `files/aa/${"a".repeat(64)}`;
const copySample = prepareSample();

describe("files without rows", () => {
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
    expect(await mend(found, one)).toMatchObject([
      { done: expect.stringMatching(/^left alone/), left: false },
    ]);
    expect(await readdir(one.at("orphans"))).toEqual([]);
    expect(await readFile(one.at(`${orphan}.png`), "utf8")).toContain("delivered again");
  });
});

test("a file without a row is safe in its new place before it leaves its old one", async () => {
  const one = await copySample();
  await writeOld(one.at(`${orphan}.png`), "paid");
  const found = await verify(one);
  const disk = createTestDisk(one.at("."));
  await mend(found, one);
  const steps = disk.journal().filter((line) => /^(sync|rename|rm) /.test(line));
  const name = `${"a".repeat(64)}.png`;
  expect(steps).toEqual([
    "sync .",
    "sync orphans/*.tmp",
    `rename orphans/*.tmp -> orphans/${name}`,
    "sync orphans",
    `rename files/aa/${name} -> files/aa/${name}.*.aside`,
    `rm files/aa/${name}.*.aside`,
    "sync files/aa",
  ]);
});

test("what is to be deleted stays when it is written anew before that", async () => {
  const one = await copySample();
  const subjects = [`${orphan}-320.webp`, "files/incoming/old.tmp"];
  for (const subject of subjects) await writeOld(one.at(subject), "old");
  const found = await verify(one);
  for (const subject of subjects) await writeFile(one.at(subject), "new");
  await mend(found, one);
  for (const subject of subjects) expect(await readFile(one.at(subject), "utf8")).toBe("new");
});

test("what a kill leaves half written among partials and in the spool is no difference", async () => {
  const one = await copySample();
  await writeOld(one.at(`partials/${strangerId}.${strangerId}`), "half");
  await writeOld(one.at(`partials/${strangerId}.${strangerId}.tmp`), "half");
  await writeOld(one.at(`spool/${strangerId}/${strangerId}.tmp`), "half");
  await writeOld(one.at("files/incoming/old.tmp"), "half");

  expect((await verify(one)).filter(isDifference)).toEqual([]);
});

test("what killed processes left unfinished is deleted, what may be at work is not", async () => {
  const one = await copySample();
  await writeOld(one.at("files/incoming/old.tmp"), "half");
  await writeFile(one.at("files/incoming/young.tmp"), "half");
  await writeOld(one.at(`partials/${strangerId}`), "look");
  await writeOld(one.at("files/notes.txt"), "mine");
  await writeOld(one.at("files/mine.tmp"), "mine");
  const found = await verify(one);
  expect(found.map(({ kind, subject }) => [kind, subject])).toEqual([
    ["unfinished-file", "files/incoming/old.tmp"],
    ["foreign-file", "files/mine.tmp"],
    ["foreign-file", "files/notes.txt"],
    ["partial-left", `partials/${strangerId}`],
  ]);
  await mend(found, one);
  expect(await readdir(one.at("files/incoming"))).toEqual(["young.tmp"]);
  expect(await readdir(one.at("partials"))).toEqual([]);
  expect((await verify(one)).filter(isDifference)).toEqual([]);
});
