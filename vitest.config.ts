import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: ["lib/platform/database/test-database.setup.ts"],
    setupFiles: ["lib/platform/quiet-log.setup.ts"],
    include: ["**/*.test.ts"],
    exclude: ["**/node_modules/**", ".next/**"],
    // A migrated PostgreSQL takes a few seconds to start; nothing here is a claim about speed.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
