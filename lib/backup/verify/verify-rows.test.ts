import { randomUUID } from "node:crypto";
import { appendFile, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { backUp } from "#lib/backup/copy/back-up.server.ts";
import { restore } from "#lib/backup/restore/restore.server.ts";
import { migrationsDir, newPlace, openStudio } from "#lib/backup/test-place.ts";
import { prepareSample } from "#lib/backup/test-sample.ts";
import { inspect } from "#lib/backup/verify/inspect.server.ts";
import { changeRows, dayMs, mend, verify, writeOld } from "#lib/backup/verify/test-verify.ts";

const words = { url: null, revisedPrompt: null, delivered: {}, costMicros: null };
const strangerId = "01980000-0000-7000-8000-000000000999";
const copySample = prepareSample();

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

  test("without a row in the gallery is explained by the state of its attempt, and kept", async () => {
    const kinds = {
      succeeded: "spool-unusable",
      failed: "spool-unusable",
      storing: "spool-on-the-way",
      unknown: "spool-on-the-way",
      canceled: "spool-unexplained",
    };
    const one = await copySample();
    await changeRows(one, {}, async ({ context: { client, spool } }, id) => {
      const { userId, gatewayId, generationId } = await client.attempt.findUniqueOrThrow({
        where: { id },
      });
      for (const state of Object.keys(kinds)) {
        const attempt = await client.attempt.create({
          data: { id: randomUUID(), userId, gatewayId, generationId, index: 0, state },
        });
        await spool.write(attempt.id, 0, { meta: { ...words, state }, bytes: new Uint8Array(1) });
      }
    });

    const found = (await verify(one)).filter(({ kind }) => kind.startsWith("spool-"));
    for (const { kind, subject } of found) {
      const text = await readFile(one.at(subject), "utf8");
      const [state] = Object.entries(kinds).filter(([name]) => text.includes(`"${name}"`));
      expect(state?.[1]).toBe(kind);
    }
    expect(found).toHaveLength(5);
    await mend(found, one);
    expect(await readdir(one.at("spool"))).toHaveLength(5);
  });

  test("that was no usable picture is kept by a backup and its restore, and said to be one", async () => {
    const one = await copySample();
    const bytes = Buffer.from("<html>no picture</html>");
    const answer = { contentType: "text/html", bytes, isWhole: true };
    const state = { state: "failed", endedAt: new Date(Date.now() - dayMs) } as const;
    const id = await changeRows(one, state, async ({ context: { client, spool } }, attemptId) => {
      await client.image.deleteMany({ where: { attemptId } });
      await spool.write(attemptId, 0, { meta: words, bytes });
      await client.answer.create({ data: { attemptId, ...answer } });
    });
    const unusable = { kind: "spool-unusable", subject: `spool/${id}/0` };
    expect(await verify(one)).toContainEqual(unusable);

    const backupDir = `${one.backupDir}-of-the-test`;
    await backUp({ place: one.place, backupDir });
    const place = await newPlace("PGlite");
    await restore({ backupDir, place, migrationsDir });
    expect((await inspect(place, { quick: false })).findings).toContainEqual(unusable);
    const { client, spool } = (await openStudio(place)).context;
    expect(await spool.read(id)).toEqual([{ index: 0, meta: words, bytes }]);
    const kept = await client.answer.findUniqueOrThrow({ where: { attemptId: id } });
    expect(kept).toEqual({ attemptId: id, ...answer, bytes: new Uint8Array(bytes) });
  });

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
  const { backupDir } = await copySample();
  const place = await newPlace("PostgreSQL");
  await restore({ backupDir, place, migrationsDir });
  const names = await readdir(join(place.dataDir, "files"), { recursive: true });
  const [original = ""] = names.filter((name) => name.endsWith(".png"));
  await appendFile(join(place.dataDir, "files", original), "x");
  const { findings, counts } = await inspect(place, { quick: false });
  expect(findings).toMatchObject([{ kind: "original-damaged", subject: `files/${original}` }]);
  expect(counts).toMatchObject({ generations: 2, attempts: 2, pictures: 2, files: 6 });
});
