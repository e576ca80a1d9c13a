import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { keepTemporaryFilesInMemory } from "./scripts/test/keep-temporary-files-in-memory.ts";

keepTemporaryFilesInMemory();

/** What is decided within the process, by functions alone: to load it anew for each file takes longer than its tests. */
const shared = [
  "components/**/*.test.ts",
  "e2e/**/*.test.ts",
  "lib/{contract,meshapi,painter}/**/*.test.ts",
  "lib/engine/gateway/{charge,failure,image-address,model}/**/*.test.ts",
  "lib/platform/{http,text}/**/*.test.ts",
  "scripts/{bench,crash}/**/*.test.ts",
];
const exclude = ["**/node_modules/**", ".next/**"];

export default defineConfig({
  test: {
    globalSetup: ["lib/platform/database/test-database.setup.ts"],
    setupFiles: ["lib/platform/log/quiet-log.setup.ts"],
    // One more than there are processors, and Vitest's own choice is one less: many tests wait for a while.
    maxWorkers: availableParallelism() + 1,
    // A migrated PostgreSQL takes a few seconds to start; nothing here is a claim about speed.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: "shared", include: shared, exclude, isolate: false } },
      {
        extends: true,
        test: { name: "own", include: ["**/*.test.ts"], exclude: [...exclude, ...shared] },
      },
    ],
  },
});
