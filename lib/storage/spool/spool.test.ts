import { randomBytes, randomUUID } from "node:crypto";
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  truncate,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { createSpool, type Spool } from "#lib/storage/spool/spool.server.ts";

const bytes = Buffer.concat([Buffer.from("\n{}\n\0"), randomBytes(100_000)]);
const meta = { requestId: "req_1", revisedPrompt: "two\nlines  — ", costMicros: 42_000 };

let attemptId: string;
let directory: string;
let spool: Spool;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "atelier-spool-"));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  attemptId = randomUUID();
  spool = createSpool({ directory });
});

test("what was written is read back in order, by another process as well", async () => {
  await spool.write(attemptId, 10, { meta, bytes });
  await spool.write(attemptId, 0, { meta: { url: "https://pictures.example/1" } });
  await spool.write(attemptId, 2, { meta, bytes: new Uint8Array() });

  const entries = await createSpool({ directory }).read(attemptId);

  expect(entries.map(({ index }) => index)).toEqual([0, 2, 10]);
  expect(entries[0]).toEqual({ index: 0, meta: { url: "https://pictures.example/1" } });
  expect(entries[1]?.bytes?.length).toBe(0);
  expect(entries[2]?.meta).toEqual(meta);
  expect(bytes.equals(entries[2]?.bytes ?? Buffer.alloc(0))).toBe(true);
});

test("an address gives way to the bytes that were fetched from it", async () => {
  await spool.write(attemptId, 0, { meta });
  await spool.write(attemptId, 0, { meta, bytes });

  const [entry, ...others] = await spool.read(attemptId);
  expect(entry?.bytes?.length).toBe(bytes.length);
  expect(others).toEqual([]);
});

test("a file is one line of JSON and then the picture as it is", async () => {
  await spool.write(attemptId, 0, { meta, bytes });

  const file = await readFile(join(directory, attemptId, "0"));
  expect(file.subarray(file.indexOf("\n") + 1).equals(bytes)).toBe(true);
});

test("one of several pictures is removed alone, and the others stay", async () => {
  for (const index of [0, 1, 2]) await spool.write(attemptId, index, { meta, bytes });
  await spool.remove(attemptId, [0, 2]);

  expect((await spool.read(attemptId)).map(({ index }) => index)).toEqual([1]);
});

test("what is removed is gone, and removing it again is no error", async () => {
  await spool.write(attemptId, 0, { meta, bytes });
  await spool.remove(attemptId, [0]);
  await spool.remove(attemptId, [0]);

  expect(await spool.read(attemptId)).toEqual([]);
  expect(await spool.list()).toEqual([]);
  expect(await readdir(directory)).toEqual([]);
});

test("an attempt is listed for its finished pictures, not for what died half written", async () => {
  const dead = randomUUID();
  await mkdir(join(directory, dead));
  await writeFile(join(directory, dead, "old.tmp"), "half");
  await writeFile(join(directory, dead, "new.tmp"), "half");
  await utimes(join(directory, dead, "old.tmp"), 0, 0);
  await spool.write(attemptId, 0, { meta, bytes });

  expect(await spool.list()).toEqual([attemptId]);
  expect(await spool.read(dead)).toEqual([]);
  expect(await readdir(join(directory, dead))).toEqual(["new.tmp"]);
});

test("a picture that the disk cut short is not adopted", async () => {
  await spool.write(attemptId, 0, { meta, bytes });
  await spool.write(attemptId, 1, { meta, bytes });
  await spool.write(attemptId, 2, { meta, bytes });
  await truncate(join(directory, attemptId, "0"), 5_000);
  await truncate(join(directory, attemptId, "1"), 0);

  expect((await spool.read(attemptId)).map(({ index }) => index)).toEqual([2]);
});

test("a spool without a folder is an empty one", async () => {
  const empty = createSpool({ directory: join(directory, "none") });

  expect(await empty.list()).toEqual([]);
  expect(await empty.read(attemptId)).toEqual([]);
});

test("a disk that fails is said to", async () => {
  await writeFile(join(directory, attemptId), "");

  await expect(spool.write(attemptId, 0, { meta, bytes })).rejects.toMatchObject({
    code: "storage_unavailable",
  });
});

describe("an id that is no UUID is refused", () => {
  test.each(["..", "../../etc", "", "%2e%2e", "a\0b", `${randomUUID()}/..`, "/tmp"])(
    "%j",
    async (wrong) => {
      const refusal = { code: "invalid_request" };

      await expect(spool.write(wrong, 0, { meta })).rejects.toMatchObject(refusal);
      await expect(spool.read(wrong)).rejects.toMatchObject(refusal);
      await expect(spool.remove(wrong, [0])).rejects.toMatchObject(refusal);
    },
  );

  test.each([-1, 0.5, Number.NaN])("and so is the place %d", async (index) => {
    await expect(spool.write(attemptId, index, { meta })).rejects.toMatchObject({
      code: "invalid_request",
    });
  });
});
