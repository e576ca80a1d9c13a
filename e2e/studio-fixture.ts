import { test as base, expect, type Page } from "playwright/test";
import { type FakeGateway, startFakeGateway } from "./fake-gateway/start-fake-gateway.ts";
import { type Studio, startStudio } from "./start-studio.ts";

interface WorkerOptions {
  /**
   * What the studio draws with: `test.use({ engine: "gateway" })` gives it the fake gateway's address and key. As "meshapi" it is
   * asked, too, what became of outcomes that nobody knows: at once by a press, and by itself after 15 s.
   */
  engine: "painter" | "gateway" | "meshapi";
  /** More settings for the studio. */
  settings: Record<string, string>;
}

interface WorkerFixtures extends WorkerOptions {
  /** A gateway of this worker's own, with its ledger of charges. */
  gateway: FakeGateway;
  /** A studio of this worker's own. */
  studio: Studio;
}

interface Fixtures {
  /** Watches a page from now on: what it complains of fails the test. */
  watch: (page: Page) => void;
  /** Another tab of the same browser, watched like `page`. */
  openTab: () => Promise<Page>;
}

/**
 * An answer of 404, or none, is for the test to judge, and so is what the browser adds where a missing script's 404 says,
 * as every answer does, that its type is not to be guessed.
 */
const missing =
  /^Failed to load resource|^Refused to execute script from '[^']*\/_next\/static\/[^']*' because its MIME type \('application\/json'\)/;

/**
 * The tests' `test`: each worker has a studio and a gateway of its own, and `page` opens that studio. A page that
 * throws, logs an error or breaks its own security policy fails its test, and so does an attempt that was charged twice.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  engine: ["painter", { option: true, scope: "worker" }],
  settings: [{}, { option: true, scope: "worker" }],

  gateway: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to learn what is needed.
    async ({}, use) => {
      const gateway = await startFakeGateway();
      await use(gateway);
      await gateway.close();
    },
    { scope: "worker" },
  ],

  studio: [
    async ({ engine, gateway, settings }, use) => {
      const studio = await startStudio({
        MESHAPI_BASE_URL: gateway.url,
        ...(engine === "painter" ? {} : { MESHAPI_API_KEY: gateway.apiKey }),
        ...(engine === "meshapi" ? { MESHAPI_HOSTS: new URL(gateway.url).host } : {}),
        ...settings,
      });
      await use(studio);
      await studio.close();
    },
    { scope: "worker", timeout: 120_000 },
  ],

  baseURL: async ({ studio }, use) => use(studio.url),

  watch: async ({ studio, gateway }, use, testInfo) => {
    const faults: string[] = [];
    await use((page) => {
      page.on("pageerror", (error) => faults.push(error.message));
      page.on("console", (message) => {
        const isFault = message.type() === "error" && !missing.test(message.text());
        if (isFault) faults.push(message.text());
      });
    });

    if (testInfo.status !== testInfo.expectedStatus) {
      await testInfo.attach("studio", { body: studio.output(), contentType: "text/plain" });
    }
    expect(faults, "what the page complained of").toEqual([]);
    expect(chargedTwice(gateway), "attempts that were charged twice").toEqual([]);
  },

  page: async ({ page, watch }, use) => {
    watch(page);
    await use(page);
  },

  openTab: async ({ context, watch }, use) => {
    await use(async () => {
      const page = await context.newPage();
      watch(page);
      return page;
    });
  },
});

/**
 * With the gateway from the start. Files that import the same of these share their workers' studios; `test.use` in a file
 * gives it studios of its own, even with the same values.
 */
export const gatewayTest = test.extend<object, WorkerOptions>({
  engine: ["meshapi", { scope: "worker" }],
});

/** With the gateway, and so few slots that what is pressed may have to queue. */
export const busyTest = test.extend<object, WorkerOptions>({
  engine: ["gateway", { scope: "worker" }],
  settings: [{ ATTEMPTS_IN_FLIGHT: "3", SHUTDOWN_SECONDS: "30" }, { scope: "worker" }],
});

/** An attempt's id is its key at the gateway, whatever became of it in between. */
function chargedTwice(gateway: FakeGateway): (string | null)[] {
  const keys = gateway.ledger().charges.map((charge) => charge.idempotencyKey);
  return keys.filter((key, index) => keys.indexOf(key) !== index);
}

export { expect };
