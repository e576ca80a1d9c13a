/**
 * Measures the built studio, prints a table and keeps the figures in bench-results; `memory` measures what answers take
 * instead. README.md says what they mean.
 */
import path from "node:path";
import { parseArgs } from "node:util";
import { runCommand } from "../run-command.ts";

process.chdir(path.join(import.meta.dirname, "../.."));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Few repetitions, to see that everything works; the figures are rough. */
    quick: { type: "boolean", default: false },
    /** The size of the longer history. */
    images: { type: "string", default: "1000" },
    /** How many event streams are opened; more than one number is one run each. */
    streams: { type: "string", multiple: true, default: ["500", "2000"] },
    /** How many images the databases hold that are measured; a million takes minutes to seed. */
    rows: { type: "string", multiple: true, default: ["1000", "100000"] },
    /** An empty PostgreSQL that is measured as well. */
    database: { type: "string" },
    /** Folders of other versions, built, that are measured before this one. */
    studio: { type: "string", multiple: true, default: [] },
  },
});

const images = Number(values.images);
if (!Number.isSafeInteger(images) || images < 1) {
  console.error("--images is how many images the longer history has: 1 or more.");
  process.exit(1);
}

const needsPages = positionals[0] !== "database";
const { code } = await runCommand([needsPages ? "scripts/build.ts" : "scripts/generate.ts"]);
if (code !== 0) process.exit(code);

// The build writes the database client, without which this cannot even be loaded.
if (positionals[0] === "memory") {
  const { runMemoryBench } = await import("./run-memory-bench.ts");
  await runMemoryBench();
} else if (positionals[0] === "streams") {
  const { runStreamsBench } = await import("./run-streams-bench.ts");
  await runStreamsBench({ streams: values.streams.map(Number), others: values.studio });
} else if (positionals[0] === "database") {
  const { runDatabaseBench } = await import("./run-database-bench.ts");
  await runDatabaseBench({ rows: values.rows.map(Number), databaseUrl: values.database });
} else {
  const { runBench } = await import("./run-bench.ts");
  await runBench({ images, isQuick: values.quick });
}
