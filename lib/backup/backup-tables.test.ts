import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { backupTables, leftOutTables } from "#lib/backup/backup-tables.ts";

test("every table of the schema is in a backup, or left out for a reason", async () => {
  const schema = await readFile("prisma/schema.prisma", "utf8");
  const tables = [...schema.matchAll(/^model (\w+) \{/gm)].map(([, name]) => name);
  expect([...backupTables.map(({ name }) => name), ...Object.keys(leftOutTables)].sort()).toEqual(
    tables.sort(),
  );
});

test("a table comes after those that its rows refer to", async () => {
  const schema = await readFile("prisma/schema.prisma", "utf8");
  const names: string[] = backupTables.map(({ name }) => name);
  for (const [, name = "", body = ""] of schema.matchAll(/^model (\w+) \{(.*?)^\}/gms)) {
    const referred = [...body.matchAll(/^\s+\w+\s+(\w+)\??\s+@relation\(.*fields:/gm)];
    for (const [, other = ""] of referred) {
      if (names.includes(name))
        expect(names.indexOf(other)).toBeLessThanOrEqual(names.indexOf(name));
    }
  }
});
