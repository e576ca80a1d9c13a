import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "#lib/services/open-database.server.ts";
import { insertImages } from "../seed/insert-images.ts";
import type { Figure } from "./report/figure.ts";
import { summarize } from "./report/summarize.ts";
import { measureDatabase } from "./server/measure-database.ts";

interface DatabaseBenchOptions {
  /** How many images; a run for each. */
  rows: readonly number[];
  /** An empty PostgreSQL, which is filled once, with the first of `rows`; none: only the embedded database. */
  databaseUrl: string | undefined;
}

const file = {
  hash: "0".repeat(64),
  type: "image/png",
  width: 1024,
  height: 1024,
  bytes: 1_000_000,
  thumbhash: "",
} as const;

/** Seeds libraries, and measures what people wait for before and after ANALYZE; prints a table. */
export async function runDatabaseBench({ rows, databaseUrl }: DatabaseBenchOptions): Promise<void> {
  const lines: string[] = [];
  for (const images of rows) lines.push(...(await measureLibrary({ images })));
  const [images] = rows;
  if (databaseUrl && images) lines.push(...(await measureLibrary({ images, databaseUrl })));

  console.log("\n| database | images | what | before ANALYZE p50, ms | p95 | after p50 | p95 |");
  console.log("| --- | --: | --- | --: | --: | --: | --: |");
  console.log(lines.join("\n"));
}

async function measureLibrary({
  images,
  databaseUrl,
}: {
  images: number;
  databaseUrl?: string;
}): Promise<string[]> {
  const kind = databaseUrl ? "PostgreSQL" : "PGlite";
  const dataDir = await mkdtemp(join(tmpdir(), "atelier-bench-"));
  const database = await openDatabase({ dataDir, databaseUrl });
  try {
    const startedAt = performance.now();
    await insertImages(database.client, { images, files: [file] });
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    const before = await measureDatabase(database);
    const analyzedAt = performance.now();
    await database.client.$executeRaw`ANALYZE`;
    const analyzeMs = performance.now() - analyzedAt;
    console.log(`${kind}, ${images}: seeded in ${seconds} s, ANALYZE ${analyzeMs.toFixed(0)} ms.`);
    const after = await measureDatabase(database);
    return before.map((figure, at) => `| ${kind} | ${images} | ${toCells(figure, after[at])} |`);
  } finally {
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function toCells(before: Figure, after: Figure | undefined): string {
  const figures = [before, after].map((figure) => summarize(figure?.values ?? []));
  const numbers = figures.flatMap(({ p50, p95 }) => [p50.toFixed(1), p95.toFixed(1)]);
  return [before.name, ...numbers].join(" | ");
}
