import { runCommand } from "../run-command.ts";
import { makeWhenStale } from "./make-when-stale.ts";

/** Writes `prisma/client` from the schema. Ends the process when that fails. */
export async function generateClient(): Promise<void> {
  await makeWhenStale({
    stampFile: "prisma/client/.sources",
    sources: ["prisma/schema.prisma", "node_modules/prisma/package.json"],
    make: async () => {
      console.log("Writing the database client.");
      const { code, output } = await runCommand(
        ["node_modules/prisma/build/index.js", "generate"],
        {
          quiet: true,
          // It would download an engine that generating never runs; any program will do.
          env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
        },
      );
      if (code === 0) return;

      console.error(output);
      process.exit(code);
    },
  });
}
