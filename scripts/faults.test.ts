import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** A case of docs/faults.md, and its proofs: an item of a list, and the items below it. */
const cases = readFileSync("docs/faults.md", "utf8")
  .split(/^- /m)
  .slice(1)
  .map((item) => item.split(/\n+#|\n\n/)[0] ?? "")
  .map((item) => item.trimEnd().split("\n  - "))
  .map(([name = "", ...proofs]) => ({ name, proofs }));

test("docs/faults.md has a proof for every case", () => {
  expect(cases.length).toBeGreaterThan(90);
  for (const { name, proofs } of cases) expect(proofs, name).not.toHaveLength(0);
});

test.each(cases)("the tests that docs/faults.md names for $name are there", ({ proofs }) => {
  for (const proof of proofs) {
    const [, path = "", title, words = ""] =
      /^`([^`]+)`(?: "(.+?)")?((?: `[^`]+`)*)$/.exec(proof) ?? [];
    expect(existsSync(path), proof).toBe(true);

    const source = readFileSync(path, "utf8");
    if (title) expect(source.replaceAll(/\(\s+"/g, '("'), proof).toContain(`("${title}"`);
    for (const [, word = ""] of words.matchAll(/`([^`]+)`/g)) expect(source).toContain(word);
  }
});
