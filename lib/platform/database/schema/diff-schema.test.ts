import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { diffSchema } from "./diff-schema.server.ts";

// That the migrations make what the schema says is a check: `scripts/check.ts`.
test("a column that only the schema has is the next migration", async () => {
  const folder = await mkdtemp(join(tmpdir(), "atelier-test-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const schemaFile = join(folder, "schema.prisma");
  const schema = await readFile("prisma/schema.prisma", "utf8");
  await writeFile(schemaFile, schema.replace("model User {", "model User {\n  motto String?"));
  await cp("prisma/migrations", join(folder, "migrations"), { recursive: true });

  const diff = await diffSchema({ schemaFile, migrationsDir: join(folder, "migrations") });
  expect(diff).toBe('-- AlterTable\nALTER TABLE "User" ADD COLUMN     "motto" TEXT;');
});
