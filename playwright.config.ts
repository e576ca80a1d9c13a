import { defineConfig } from "playwright/test";
import { findBrowser } from "./e2e/fixtures/find-browser.ts";
import { keepTemporaryFilesInMemory } from "./scripts/test/keep-temporary-files-in-memory.ts";

keepTemporaryFilesInMemory();

const browser = await findBrowser();

export default defineConfig({
  testDir: "e2e",
  globalSetup: "e2e/fixtures/database-template.setup.ts",
  testMatch: "*.spec.ts",
  // Its own: Playwright empties it, and the others write theirs beside it.
  outputDir: "test-results/browser",
  forbidOnly: Boolean(process.env["CI"]),
  // File by file: one with settings of its own then starts one studio, where the tests of others share theirs.
  workers: 2,
  retries: 0,
  // They end what hangs; nothing here is a claim about speed.
  timeout: 600_000,
  expect: { timeout: 150_000 },
  reporter: [["list"]],
  use: {
    // A trace takes a twelfth of the processor's time; `--trace on` makes one. What failed leaves the page as it stood.
    trace: "off",
    screenshot: "only-on-failure",
    // A test sees what the server does; those of the worker itself (e2e/phone) let it in.
    serviceWorkers: "block",
    launchOptions: {
      executablePath: browser.path,
      env: { ...process.env, ...browser.env },
      args: [
        // The sandbox refuses to run for root, as in most containers.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--disable-component-update",
        // What is not on this machine does not exist.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
      ],
    },
  },
});
