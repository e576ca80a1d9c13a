/**
 * The migrations' desk, without a database and without a download:
 *   npm run database -- new NAME   writes the next migration from what prisma/schema.prisma says more than the migrations
 *   npm run database -- check      exits 1 when the two differ
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { diffSchema } from "#lib/platform/database/schema/diff-schema.server.ts";

const prismaDir = resolve(import.meta.dirname, "..", "prisma");
const migrationsDir = join(prismaDir, "migrations");
const [command, name] = process.argv.slice(2);

if (command === "new" && name && /^[a-z0-9_]+$/.test(name)) await writeMigration(name);
else if (command === "check" && !name) await check();
else fail("Usage: npm run database -- new NAME (a-z, 0-9 and _) | check");

async function writeMigration(name: string): Promise<void> {
  const script = await diff();
  if (!script) {
    console.log("Nothing to do: the migrations already make what prisma/schema.prisma says.");
    return;
  }

  const timestamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const folder = join(migrationsDir, `${timestamp}_${name}`);
  await mkdir(folder);
  await writeFile(join(folder, "migration.sql"), `${script}\n`);
  console.log(`Wrote ${folder}/migration.sql. Read it before you commit it: it may drop columns.`);
}

async function check(): Promise<void> {
  const script = await diff();
  if (!script) return;
  fail(
    `prisma/schema.prisma and prisma/migrations differ by:\n\n${script}\n\nWrite the migration with: npm run database -- new NAME`,
  );
}

function diff(): Promise<string> {
  return diffSchema({ schemaFile: join(prismaDir, "schema.prisma"), migrationsDir });
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
