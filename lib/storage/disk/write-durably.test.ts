import { randomBytes } from "node:crypto";
import {
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { createTestDisk } from "#lib/storage/disk/test-disk.ts";
import { interceptDiskCalls } from "#lib/storage/disk/test-disk-calls.ts";
import { writeDurably } from "#lib/storage/disk/write-durably.server.ts";

// Longer than what is read back at once.
const parts = [randomBytes(1_500_000), randomBytes(700_000)];
const whole = Buffer.concat(parts);

let directory: string;
let path: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "atelier-durably-"));
  onTestFinished(() => rm(directory, { recursive: true }));
  path = join(directory, "picture");
});

test("a file is written whole, replaces the former one, and is its owner's alone", async () => {
  await writeFile(path, "the former one");
  await writeDurably({ path, parts });

  expect((await readFile(path)).equals(whole)).toBe(true);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readdir(directory)).toEqual(["picture"]);
});

test.each(["write", "sync", "rename"] as const)(
  "a disk that fails at %s leaves the former file as it was, and nothing unfinished",
  async (kind) => {
    await writeFile(path, "the former one");
    createTestDisk(directory).fail({ kind, where: ".tmp", errno: "ENOSPC" });

    await expect(writeDurably({ path, parts })).rejects.toMatchObject({ code: "ENOSPC" });
    expect(await readFile(path, "utf8")).toBe("the former one");
    expect(await readdir(directory)).toEqual(["picture"]);
  },
);

test.each([
  ["loses the end", (file: string) => truncate(file, whole.length - 1)],
  ["loses all of it", (file: string) => truncate(file, 0)],
  ["changes a byte", (file: string) => writeFile(file, "x", { flag: "r+" })],
])("a disk that takes a file and %s is found out before the file has its name", async (_, harm) => {
  await writeFile(path, "the former one");
  const restore = interceptDiskCalls(directory, async (call, perform) => {
    const result = await perform();
    if (call.kind === "sync" && call.path.endsWith(".tmp")) await harm(call.path);
    return result;
  });
  onTestFinished(restore);

  await expect(writeDurably({ path, parts })).rejects.toThrow("does not hold what was written");
  expect(await readFile(path, "utf8")).toBe("the former one");
});

test("a symlink in the place of a file is replaced, and what it leads to is left alone", async () => {
  const elsewhere = join(directory, "elsewhere");
  await writeFile(elsewhere, "another's");
  await symlink(elsewhere, path);
  await writeDurably({ path, parts });

  expect(await readFile(elsewhere, "utf8")).toBe("another's");
  expect((await readFile(path)).equals(whole)).toBe(true);
});
