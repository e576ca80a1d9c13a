import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** A row of a table of docs/faults.md: the case, and its proofs. */
const rows = [
  ...readFileSync("docs/faults.md", "utf8").matchAll(/^\| (?!case|---)(.+?) \| (.+) \|$/gm),
].map(([, name = "", proofs = ""]) => ({ name, proofs: proofs.split("<br>") }));

test("docs/faults.md has a row for every case", () => {
  expect(rows.length).toBeGreaterThan(90);
});

test.each(rows)("the tests that docs/faults.md names for $name are there", ({ proofs }) => {
  for (const proof of proofs) {
    const [, path = "", title, words = ""] =
      /^`([^`]+)`(?: "(.+?)")?((?: `[^`]+`)*)$/.exec(proof) ?? [];
    expect(existsSync(path), proof).toBe(true);

    const source = readFileSync(path, "utf8");
    if (title) expect(source.replaceAll(/\(\s+"/g, '("'), proof).toContain(`("${title}"`);
    for (const [, word = ""] of words.matchAll(/`([^`]+)`/g)) expect(source).toContain(word);
  }
});
