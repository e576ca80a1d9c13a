import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const cases28November = [
  ..."W1 W2 W2b W3 W4 W5 W6 W7 W8 W8b W9 W10 W11 W12 W13 W14 W15 W16 W17 W18 W19".split(" "),
  ...Array.from({ length: 21 }, (_, index) => `O${index + 1}`),
];

test("docs/cases-2026-11-28.md has every case, once and in order", () => {
  const names = readCases("docs/cases-2026-11-28.md").map(({ name }) => name.split(":")[0]);

  expect(names).toEqual(cases28November);
});

test("docs/studio-lines.md has every line of the studio's screen, once and in order", () => {
  const from = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const lines = [from(1, 12), from(17, 38), 68, 69, from(71, 76), from(78, 81), 87].flat();
  const wrong = [1, from(3, 13), from(15, 20), from(23, 27)].flat().map((one) => `U${one}`);
  const looks = [from(1, 5), from(8, 13)].flat().map((one) => `L${one}`);
  const names = readCases("docs/studio-lines.md").map(({ name }) => name.split(":")[0] ?? "");

  expect(names.filter((name) => /^[UL]?\d+$/.test(name))).toEqual([
    ...lines.map(String),
    ...wrong,
    ...looks,
  ]);
});

describe.each([
  ["docs/studio-lines.md", 80],
  ["docs/faults.md", 90],
  ["docs/cases-2026-11-28.md", 40],
])("%s", (page, least) => {
  const cases = readCases(page);

  test("has a proof for every case", () => {
    expect(cases.length).toBeGreaterThan(least);
    for (const { name, proofs } of cases) expect(proofs, name).not.toHaveLength(0);
  });

  test.each(cases)("names tests for $name that are there", ({ proofs }) => {
    for (const proof of proofs) {
      const [, path = "", title, words = ""] =
        /^`([^`]+)`(?: "(.+?)")?((?: `[^`]+`)*)$/.exec(proof) ?? [];
      expect(existsSync(path), proof).toBe(true);

      const source = readFileSync(path, "utf8");
      if (title) expect(source.replaceAll(/\(\s+"/g, '("'), proof).toContain(`("${title}"`);
      for (const [, word = ""] of words.matchAll(/`([^`]+)`/g)) expect(source).toContain(word);
    }
  });
});

/** The cases of a page, and their proofs: an item of a list, and the items below it. */
function readCases(page: string): { name: string; proofs: string[] }[] {
  return readFileSync(page, "utf8")
    .split(/^- /m)
    .slice(1)
    .map((item) => item.split(/\n+#|\n\n/)[0] ?? "")
    .map((item) => item.trimEnd().split("\n  - "))
    .map(([name = "", ...proofs]) => ({ name, proofs }));
}
