import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { keepTemporaryFilesInMemory } from "./scripts/test/keep-temporary-files-in-memory.ts";

keepTemporaryFilesInMemory();

/** They measure their process, or limit it; all others share a few processes, for to load everything anew takes a fifth of the time. */
const alone = [
  "lib/engine/gateway/memory.test.ts",
  "lib/platform/files/file-handles.test.ts",
  "lib/storage/codec/decode-within-memory.test.ts",
];
const exclude = ["**/node_modules/**", ".next/**"];

export default defineConfig({
  test: {
    globalSetup: ["lib/platform/database/test-database.setup.ts"],
    setupFiles: ["lib/platform/log/quiet-log.setup.ts"],
    // One more than there are processors, and Vitest's own choice is one less: many tests wait for a while.
    maxWorkers: availableParallelism() + 1,
    // Nothing here is a claim about speed: the limits end what hangs, on the slowest machine.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 300_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: "shared",
          include: ["**/*.test.ts"],
          exclude: [...exclude, ...alone],
          isolate: false,
        },
      },
      { extends: true, test: { name: "alone", include: alone, exclude } },
    ],
  },
});
