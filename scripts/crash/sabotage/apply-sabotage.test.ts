import { cp, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { rules } from "../rules.ts";
import { applySabotage } from "./apply-sabotage.ts";
import type { Sabotage } from "./sabotage.ts";
import { sabotages } from "./sabotages.ts";

async function copySources({ changes }: Pick<Sabotage, "changes">): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "atelier-sabotage-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const { file } of changes) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await cp(file, join(folder, file));
  }
  return folder;
}

test.each(sabotages)("$name still finds its place, and can be taken back", async (sabotage) => {
  const folder = await copySources(sabotage);
  const undo = await applySabotage(folder, sabotage);
  for (const { file, replace } of sabotage.changes) {
    expect(await readFile(join(folder, file), "utf8")).toContain(replace);
  }

  await undo();
  for (const { file } of sabotage.changes) {
    expect(await readFile(join(folder, file), "utf8")).toBe(await readFile(file, "utf8"));
  }
});

test("a sabotage whose place is gone is an error", async () => {
  const changes = [{ file: "lib/platform/cn.ts", find: "what is not there", replace: "" }];
  const rotten: Sabotage = {
    name: "rotten",
    what: "",
    database: "embedded",
    kills: 0,
    caughtBy: [],
    changes,
  };
  const folder = await copySources(rotten);
  await expect(applySabotage(folder, rotten)).rejects.toThrow("stands 0 times");
});

test("the rules that shall catch a sabotage exist", () => {
  const names = rules.map(({ name }) => name);
  for (const { caughtBy } of sabotages)
    expect(names).toEqual(expect.arrayContaining([...caughtBy]));
});
