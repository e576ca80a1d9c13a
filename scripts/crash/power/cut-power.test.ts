import fs, { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { writeDurably } from "#lib/storage/disk/write-durably.server.ts";
import { createRandom, type Random } from "../random.ts";
import { cutPower, forgetJournal } from "./cut-power.ts";
import { keepJournal } from "./keep-journal.ts";

/** A coin that always falls on the bad side. */
const bad: Random = { ...createRandom("bad"), chance: () => true };

let journal: string;
let folder: string;

beforeEach(async () => {
  const root = await mkdtemp(join(tmpdir(), "atelier-power-"));
  journal = join(root, "journal");
  folder = join(root, "data", "files", "ab");
  await mkdir(journal);
  await mkdir(folder, { recursive: true });
  keepJournal(journal, { dataDir: join(root, "data") });
  return () => rm(root, { recursive: true });
});

test("what the studio writes durably survives the worst power cut", async () => {
  const path = join(folder, "picture.png");
  await writeDurably({ path, parts: [Buffer.from("a fox")] });

  expect(cutPower(journal, bad)).toBe(0);
  expect(await readFile(path, "utf8")).toBe("a fox");
});

test("what was only written is empty after a power cut", async () => {
  const path = join(folder, "picture.png");
  const handle = await fs.open(path, "w");
  await handle.writeFile("a fox");
  await handle.close();

  expect(cutPower(journal, bad)).toBe(1);
  expect(await readFile(path, "utf8")).toBe("");
});

test("a new name is taken back as long as its folder is not synced", async () => {
  const path = join(folder, "picture.png");
  await writeDurably({ path, parts: [Buffer.from("a fox")] });
  await fs.rename(path, join(folder, "renamed.png"));

  cutPower(journal, bad);
  expect(await readdir(folder)).toEqual(["picture.png"]);
});

test("what was removed returns, and what was made vanishes", async () => {
  const path = join(folder, "picture.png");
  await writeDurably({ path, parts: [Buffer.from("a fox")] });
  await fs.rm(path);
  await fs.mkdir(join(folder, "new"), { recursive: true });

  expect(cutPower(journal, bad)).toBe(2);
  expect(await readdir(folder)).toEqual(["picture.png"]);
  expect(await readFile(path, "utf8")).toBe("a fox");
});

test("what was removed returns with its folder, or not at all", async () => {
  const inner = join(folder, "inner");
  await fs.mkdir(inner);
  await writeDurably({ path: join(inner, "picture.png"), parts: [Buffer.from("a fox")] });
  await fs.rm(join(inner, "picture.png"));
  await fs.rmdir(inner);
  let tosses = 0;
  // The folder stays away; nothing can return into it.
  const folderStays: Random = { ...bad, chance: () => tosses++ > 0 };
  expect(cutPower(journal, folderStays)).toBe(0);
  expect(await readdir(folder)).toEqual([]);
});

test("without a power cut everything becomes certain in time", async () => {
  const path = join(folder, "picture.png");
  const handle = await fs.open(path, "w");
  await handle.writeFile("a fox");
  await handle.close();
  forgetJournal(journal);

  expect(cutPower(journal, bad)).toBe(0);
  expect(await readFile(path, "utf8")).toBe("a fox");
});
