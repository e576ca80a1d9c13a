import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findMissingSpaces } from "./find-missing-spaces.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "atelier-words-"));
  await write("app/layout.tsx", '<ScreenWords spaces={["ui"]}>');
  await write("components/feed/feed.tsx", 'import("#components/feed/card.tsx"); t("ui.close");');
  await write("components/feed/card.tsx", `t(\`problem.\${code}\`)`);
});

afterEach(() => rm(folder, { recursive: true }));

async function write(file: string, text: string) {
  await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
  await writeFile(path.join(folder, file), text);
}

test("a page brings the words of all that it may draw", async () => {
  const page = 'import "#components/feed/feed.tsx";';
  await write("app/page.tsx", page);
  expect(findMissingSpaces(folder, ["ui", "problem", "gallery"])).toEqual([
    'app/page.tsx does not bring the words of "problem"',
  ]);

  await write("app/page.tsx", `${page} <ScreenWords spaces={["problem"]}>`);
  expect(findMissingSpaces(folder, ["ui", "problem", "gallery"])).toEqual([]);
});
