import { existsSync, globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** Recipes have examples of what somebody may write, and the past has what was there. */
const pages = globSync(["*.md", "docs/*.md", "docs/decisions/*.md"], {
  exclude: ["docs/recipes.md", "CHANGELOG.md"],
});
const sources = globSync(["*.ts", "{app,components,e2e,lib,messages,prisma,public,scripts}/**/*"]);

/** By a command. */
const made = ["prisma/empty-database"];

/** What may be left out of a name, from nothing on. */
const nameEnds = [
  /$/,
  /\.(tsx?|mjs)$/,
  /(\.spec|\.test)?\.tsx?$/,
  /(\.server)?(\.spec|\.test)?\.tsx?$/,
];

describe.each(pages)("%s", (page) => {
  const text = readFileSync(page, "utf8");

  test("names no file of the code that is not there", () => {
    const named = namesIn(text).filter(looksLikeOurs);

    expect(named.filter((name) => !made.includes(name) && !isThere(name))).toEqual([]);
  });

  test("links to nothing that is not there", () => {
    const linked = [...text.matchAll(/\]\((?!\w+:|#)([^)#]+)[^)]*\)/g)].map(([, to = ""]) => to);
    const folder = page.slice(0, page.lastIndexOf("/") + 1);

    expect(linked.filter((to) => !existsSync(`${folder}${to}`))).toEqual([]);
  });
});

test("docs/mutations.md names files and tests that are there", () => {
  const rows = readFileSync("docs/mutations.md", "utf8")
    .split("\n")
    .map((line) => line.split(" | "))
    .filter((cells) => cells.length === 5);
  const files = rows.flatMap(([file = ""]) => namesIn(file));
  const tests = rows.flatMap(([, , seenBy = ""]) => namesIn(seenBy));

  expect(files.length).toBeGreaterThan(60);
  expect(files.filter((name) => !isThere(name))).toEqual([]);
  expect(tests.filter((name) => !isThere(name, { isTest: true }))).toEqual([]);
});

function namesIn(text: string): string[] {
  return [...text.matchAll(/`([\w.[\]/-]+)`/g)].map(([, name = ""]) => name);
}

function looksLikeOurs(name: string): boolean {
  const isPath = /^(app|components|e2e|lib|messages|prisma|public|scripts)\/./.test(name);
  return isPath || /^[\w-][\w.-]*\.tsx?$/.test(name);
}

/** By its whole path, or by the end of one; with the end of its name or without. */
function isThere(name: string, { isTest = false } = {}): boolean {
  const end = `/${name.replace(/\/$/, "")}`;
  return sources.some((source) => {
    if (isTest && !/\.(spec|test)\./.test(source)) return false;
    return nameEnds.some((pattern) => `/${source}`.replace(pattern, "").endsWith(end));
  });
}
