import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const folder = import.meta.dirname;
const sources = readdirSync(folder)
  .filter((name) => name.startsWith("check-") && !name.includes(".test."))
  .map((name) => readFileSync(join(folder, name), "utf8"));

test("docs/after-a-crash.md says of every problem what to do", () => {
  const page = readFileSync("docs/after-a-crash.md", "utf8");
  const told = [...page.matchAll(/^\| `([a-z_]+)` +\| (?:failing|degraded)/gm)].map(
    ([, code]) => code,
  );
  const codes = sources.flatMap((source) =>
    [...source.matchAll(/code: "([a-z_]+)"/g)].map(([, code]) => code),
  );

  expect(new Set(told)).toEqual(new Set([...codes, "unauthorized", "payment_required"]));
});
