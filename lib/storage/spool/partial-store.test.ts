import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { createTestDisk } from "#lib/storage/disk/test-disk.ts";
import { createPartialStore, type PartialStore } from "#lib/storage/spool/partial-store.server.ts";

let attemptId: string;
let directory: string;
let store: PartialStore;

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), "atelier-partials-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  attemptId = randomUUID();
  directory = join(folder, "partials");
  store = createPartialStore({ directory });
});

test("the latest partial picture is read, and nothing else is kept", async () => {
  expect(await store.read(attemptId)).toBeNull();

  await store.put(attemptId, Buffer.from("first"));
  await store.put(attemptId, Buffer.from("second"));

  expect(Buffer.from((await store.read(attemptId)) ?? []).toString()).toBe("second");
  expect(await readdir(directory)).toEqual([attemptId]);
});

test("a reader gets the former or the latest, and never a part of one", async () => {
  await store.put(attemptId, Buffer.from("first"));
  const disk = createTestDisk(directory);
  for (const kind of ["write", "rename"] as const) {
    disk.fail({ kind, errno: "ENOSPC" });
    await expect(store.put(attemptId, Buffer.from("second"))).rejects.toThrow("disk is full");
    disk.mend();

    expect(Buffer.from((await store.read(attemptId)) ?? []).toString()).toBe("first");
  }
});

test("a removed one is gone, and removing it again is no error", async () => {
  await store.put(attemptId, Buffer.from("first"));
  await store.remove(attemptId);
  await store.remove(attemptId);

  expect(await store.read(attemptId)).toBeNull();
});

test("a sweep takes what no attempt can still be making", async () => {
  const old = randomUUID();
  await store.sweep();
  await store.put(old, Buffer.from("old"));
  await store.put(attemptId, Buffer.from("new"));
  await utimes(join(directory, old), 0, 0);

  await store.sweep();

  expect(await readdir(directory)).toEqual([attemptId]);
});

test("what a killed process left half written goes with its attempt, and with a sweep", async () => {
  const other = randomUUID();
  await store.put(attemptId, Buffer.from("shown"));
  await writeFile(join(directory, `${attemptId}.${randomUUID()}`), "half");
  await writeFile(join(directory, `${other}.${randomUUID()}.tmp`), "young");
  await writeFile(join(directory, `${other}.${randomUUID()}`), "old");
  await utimes(join(directory, (await readdir(directory)).find(isOldOf(other)) ?? ""), 0, 0);
  await store.sweep();
  const swept = (await readdir(directory)).filter((name) => name.startsWith(other));
  await store.remove(attemptId);

  expect(swept).toEqual([expect.stringMatching(/\.tmp$/)]);
  expect(await readdir(directory)).toEqual(swept);
});

function isOldOf(id: string) {
  return (name: string) => name.startsWith(id) && !name.endsWith(".tmp");
}

test.each(["..", "../x", "", "a\0b"])("the id %j is refused", async (wrong) => {
  const refusal = { code: "invalid_request" };

  await expect(store.put(wrong, Buffer.from("x"))).rejects.toMatchObject(refusal);
  await expect(store.read(wrong)).rejects.toMatchObject(refusal);
  await expect(store.remove(wrong)).rejects.toMatchObject(refusal);
});
