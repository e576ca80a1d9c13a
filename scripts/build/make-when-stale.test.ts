import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeWhenStale } from "./make-when-stale.ts";

let folder: string;
let madeCount: number;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "atelier-stale-"));
  madeCount = 0;
  mkdirSync(path.join(folder, "sources/deep"), { recursive: true });
  writeFileSync(path.join(folder, "sources/deep/page.ts"), "one");
  await make();
});

afterEach(() => rmSync(folder, { recursive: true }));

test("what is up to date is not made again", async () => {
  await make();
  expect(madeCount).toBe(1);
});

test("a changed file makes it stale, however deep it lies", async () => {
  writeFileSync(path.join(folder, "sources/deep/page.ts"), "two");
  await make();
  expect(madeCount).toBe(2);
});

test("a renamed file makes it stale", async () => {
  renameSync(path.join(folder, "sources/deep/page.ts"), path.join(folder, "sources/page.ts"));
  await make();
  expect(madeCount).toBe(2);
});

test("a test does not make it stale", async () => {
  writeFileSync(path.join(folder, "sources/deep/page.test.ts"), "test");
  await make();
  expect(madeCount).toBe(1);
});

test("what was removed is made again", async () => {
  rmSync(path.join(folder, "made"), { recursive: true });
  await make();
  expect(madeCount).toBe(2);
});

test("a making that failed is tried again", async () => {
  writeFileSync(path.join(folder, "sources/deep/page.ts"), "two");
  await expect(make(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  await make();
  expect(madeCount).toBe(2);
});

function make(
  work = async () => {
    madeCount += 1;
    mkdirSync(path.join(folder, "made"), { recursive: true });
  },
): Promise<void> {
  return makeWhenStale({
    stampFile: path.join(folder, "made/stamp"),
    sources: [path.join(folder, "sources"), path.join(folder, "absent")],
    make: work,
  });
}
