import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findMissingSpaces } from "./find-missing-spaces.ts";

let folder: string;

const spaces = { all: ["ui", "problem", "gallery", "reasons"], seldom: ["problem", "reasons"] };

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
  expect(findMissingSpaces(folder, spaces)).toEqual([
    'app/page.tsx does not bring the words of "problem"',
  ]);

  await write("app/page.tsx", `${page} <ScreenWords spaces={["problem"]}>`);
  expect(findMissingSpaces(folder, spaces)).toEqual([]);
});

test("what is seldom said comes with the part that says it, and with no other way to it", async () => {
  await write("app/page.tsx", 'import "#components/feed/feed.tsx";');
  const part = 'wordedPart(async () => {\n  await import("#components/feed/card.tsx");\n});';
  await write("components/feed/feed.tsx", part);
  await write("components/feed/card.tsx", 'import "#components/feed/bill.tsx";');
  await write("components/feed/bill.tsx", 't("problem.billed"); tellReason(reason, t);');
  expect(findMissingSpaces(folder, spaces)).toEqual([]);

  await write("components/feed/feed.tsx", `${part} import "#components/feed/bill.tsx";`);
  expect(findMissingSpaces(folder, spaces)).toEqual([
    'app/page.tsx does not bring the words of "problem"',
    'app/page.tsx does not bring the words of "reasons"',
  ]);
});

test("a file that loads what is seldom said may say it", async () => {
  await write("app/page.tsx", 'import "#components/feed/feed.tsx";');
  await write(
    "components/feed/feed.tsx",
    "await loadSeldomWords(language); tellReason(reason, t);",
  );
  expect(findMissingSpaces(folder, spaces)).toEqual([]);
});

test("a page brings no words that nothing on it says", async () => {
  await write(
    "app/page.tsx",
    'import "#components/feed/feed.tsx"; <X spaces={["problem", "gallery"]}>',
  );
  expect(findMissingSpaces(folder, spaces)).toEqual([
    'app/page.tsx brings the words of "gallery", which nothing asks for',
  ]);
});
