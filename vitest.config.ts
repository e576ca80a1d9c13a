import { defineConfig } from "vitest/config";
import { keepTemporaryFilesInMemory } from "./scripts/test/keep-temporary-files-in-memory.ts";

keepTemporaryFilesInMemory();

export default defineConfig({
  test: {
    globalSetup: ["lib/platform/database/test-database.setup.ts"],
    setupFiles: ["lib/platform/log/quiet-log.setup.ts"],
    include: ["**/*.test.ts"],
    exclude: ["**/node_modules/**", ".next/**"],
    // Left to itself it keeps a processor free, which is half of a machine of two.
    maxWorkers: "100%",
    // A migrated PostgreSQL takes a few seconds to start; nothing here is a claim about speed.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
